package exsim.scenarios.cli;

import com.google.common.collect.ImmutableMap;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that a run writes files to: new, empty, or written by an earlier run and by nobody else
 * since.
 */
final class OutputDirectory {
  private static final String MARK = "written-by-exsim.txt";

  private final Kind kind;
  private final Path folder;

  /** What is written. */
  enum Kind {
    /** Protocol logs, by server. */
    PROTOCOL_LOGS(
        "protocol-log",
        "protocol logs",
        "[^/]+(/(FrontEnd|Hub|Mailbox|Edge))?/ProtocolLog/Smtp(Send|Receive)"
            + "/(SEND|RECV)\\d{10}-1\\.LOG"),
    /** Message tracking logs, by server. */
    MESSAGE_TRACKING(
        "message-tracking",
        "message tracking logs",
        "[^/]+/MessageTracking/MSGTRK(MD|MS)?\\d{10}-1\\.LOG"),
    /** TLS reports, side by side. */
    TLS_REPORTS("tls-report", "TLS reports", "[^/!]+![^/!]+!\\d+!\\d+\\.json"),
    /** Mail flow reports, by tenant. */
    MAIL_FLOW_REPORTS(
        "mail-flow-report",
        "mail flow reports",
        "[^/]+/(inbound-messages|outbound-messages|smtp-auth-clients|queued-messages"
            + "|non-delivery-details|top-domain-mailflow-status|out-of-date-exchange-servers)"
            + "\\.csv");

    private final String option;
    private final String words;
    private final String ours;

    Kind(String option, String words, String ours) {
      this.option = option;
      this.words = words;
      this.ours = ours;
    }

    private boolean isOurs(String file) {
      return Pattern.matches(ours, file);
    }

    private String markText() {
      return "The next exsim run --" + option + " replaces everything in this folder.\n";
    }
  }

  private OutputDirectory(Kind kind, Path folder) {
    this.kind = kind;
    this.folder = folder;
  }

  /** The folder, when files of a kind may be written there. */
  static OutputDirectory of(Kind kind, String text) {
    try {
      if (text.isBlank()) {
        throw new UsageException("--" + kind.option + ": an empty DIR is no folder");
      }
      Path named = Path.of(text);
      // What a link leads to counts: the files behind one would not be seen otherwise.
      OutputDirectory directory =
          new OutputDirectory(kind, Files.exists(named) ? named.toRealPath() : named);
      Optional<String> other = directory.foreign();
      if (other.isPresent()) {
        throw new UsageException(
            text
                + " holds "
                + other.get()
                + "; name a folder that is new, empty or holds nothing"
                + " but "
                + kind.words
                + " of exsim");
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
        .filter(f -> !marked || !kind.isOurs(f))
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

  /**
   * Writes files in place of those of an earlier run; none of them is seen half-written.
   *
   * @param files the texts by the paths below the folder
   */
  void write(ImmutableMap<String, String> files) {
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempDirectory(folder, ".exsim");
      try {
        for (Map.Entry<String, String> entry : files.entrySet()) {
          Path file = aside.resolve(entry.getKey());
          Files.createDirectories(file.getParent());
          Files.writeString(file, entry.getValue(), StandardCharsets.UTF_8);
        }
        Files.writeString(folder.resolve(MARK), kind.markText(), StandardCharsets.UTF_8);
        for (Path old : children(folder)) {
          boolean replaced = Files.isDirectory(old) || kind.isOurs(old.getFileName().toString());
          if (replaced && !old.equals(aside)) {
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
          folder + ": " + kind.words + " cannot be written here: " + e.getMessage());
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
