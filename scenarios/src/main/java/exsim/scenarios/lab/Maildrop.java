package exsim.scenarios.lab;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Keeps what arrives: a file for each message, which appears whole or not at all. */
final class Maildrop {
  /** Real time, so that a later lab adds to the same folder. */
  private static final DateTimeFormatter ARRIVED =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Optional<Path> folder;

  /**
   * A folder for messages.
   *
   * @param folder empty where none is kept
   * @throws LabException if it cannot be made
   */
  Maildrop(Optional<Path> folder) throws LabException {
    this.folder = folder;
    if (folder.isPresent()) {
      try {
        Files.createDirectories(folder.get());
      } catch (IOException e) {
        throw new LabException(folder.get() + " cannot be a folder for messages: " + e);
      }
    }
  }

  /**
   * Keeps a message.
   *
   * @return the name of its file; empty where none is kept
   */
  Optional<String> keep(String id, String recipient, ImmutableList<String> lines)
      throws IOException {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    String name =
        ARRIVED.format(Instant.now())
            + "-"
            + id
            + "-"
            + recipient.replaceAll("[^A-Za-z0-9.@_-]", "_")
            + ".eml";
    Path temporary = Files.createTempFile(folder.get(), ".arriving", ".tmp");
    String text = Joiner.on("\r\n").join(lines) + "\r\n";
    Files.write(temporary, text.getBytes(StandardCharsets.ISO_8859_1));
    Files.move(temporary, folder.get().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    return Optional.of(name);
  }
}
