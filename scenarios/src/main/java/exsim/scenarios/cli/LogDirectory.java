package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.protocol.ProtocolLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that protocol logs go to: new, empty, or written by an earlier run and by nobody else
 * since.
 */
final class LogDirectory {
  private static final String MARK = "written-by-exsim.txt";
  private static final String MARK_TEXT =
      "The next exsim run --protocol-log replaces everything in this folder.\n";
  private static final Pattern OURS =
      Pattern.compile(
          "[^/]+(/(FrontEnd|Hub|Mailbox|Edge))?/ProtocolLog/Smtp(Send|Receive)"
              + "/(SEND|RECV)\\d{10}-1\\.LOG");

  private final Path folder;

  private LogDirectory(Path folder) {
    this.folder = folder;
  }

  /** The folder, when logs may be written there. */
  static LogDirectory of(String text) {
    try {
      if (text.isBlank()) {
        throw new UsageException("--protocol-log: an empty DIR is no folder");
      }
      Path named = Path.of(text);
      // What a link leads to counts: the files behind one would not be seen otherwise.
      LogDirectory directory = new LogDirectory(Files.exists(named) ? named.toRealPath() : named);
      Optional<String> other = directory.foreign();
      if (other.isPresent()) {
        throw new UsageException(
            text
                + " holds "
                + other.get()
                + "; name a folder that is new, empty or holds nothing"
                + " but protocol logs of exsim");
      }
      return directory;
    } catch (InvalidPathException e) {
      throw new UsageException(text + ": this cannot be the name of a folder");
    } catch (IOException e) {
      throw new UsageException(text + ": cannot be read: " + e.getMessage());
    }
  }

  /** The first file, link or, in a folder not yet ours, folder that is not ours; empty for none. */
  private Optional<String> foreign() throws IOException {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of("no folder: it is a file");
    }
    boolean marked = Files.exists(folder.resolve(MARK));
    return entries(folder).stream()
        .filter(f -> !marked || !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
        .map(f -> folder.relativize(f).toString().replace('\\', '/'))
        .filter(f -> !f.equals(MARK))
        .filter(f -> !marked || !OURS.matcher(f).matches())
        .findFirst();
  }

  private static List<Path> entries(Path below) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(below)) {
      all.filter(f -> !f.equals(below)).sorted().forEach(found::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return found;
  }

  /** Writes logs in place of those of an earlier run; none of them is seen half-written. */
  void write(ImmutableList<ProtocolLog> logs) {
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempDirectory(folder, ".exsim");
      try {
        for (ProtocolLog log : logs) {
          Path file = aside.resolve(log.path());
          Files.createDirectories(file.getParent());
          Files.writeString(file, log.text(), StandardCharsets.UTF_8);
        }
        Files.writeString(folder.resolve(MARK), MARK_TEXT, StandardCharsets.UTF_8);
        for (Path old : children(folder)) {
          if (Files.isDirectory(old) && !old.equals(aside)) {
            delete(old);
          }
        }
        for (Path fresh : children(aside)) {
          Files.move(fresh, folder.resolve(fresh.getFileName()));
        }
      } finally {
        delete(aside);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException(
          folder + ": protocol logs cannot be written here: " + e.getMessage());
    }
  }

  private static List<Path> children(Path of) throws IOException {
    try (Stream<Path> all = Files.list(of)) {
      return all.sorted().toList();
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> found = Files.walk(tree)) {
      found.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
