package exsim.scenarios.startup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar and gives every lambda and every record's {@code equals}, {@code hashCode} and
 * {@code toString} a class of its own.
 *
 * <p>Java links each of them when it is first used, which costs a start up to a tenth of a
 * millisecond and a class-data archive cannot keep. Classes cost next to nothing from an archive,
 * and the sources stay free to use lambdas and records wherever they read best.
 */
public final class FastStart {
  /** The same in every build, so that the same sources make the same jar. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private FastStart() {}

  /** Reads the jar that the first argument names and writes the one that the second names. */
  public static void main(String[] arguments) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(Path.of(arguments[0])))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    Map<String, byte[]> rewritten = CallSites.rewrite(entries);
    // Written beside and moved, so that nobody ever sees half a jar.
    Path target = Path.of(arguments[1]);
    Path part = Path.of(arguments[1] + ".part");
    try (OutputStream out = Files.newOutputStream(part);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : rewritten.entrySet()) {
        ZipEntry copy = new ZipEntry(entry.getKey());
        copy.setTimeLocal(TIME);
        zip.putNextEntry(copy);
        zip.write(entry.getValue());
      }
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
