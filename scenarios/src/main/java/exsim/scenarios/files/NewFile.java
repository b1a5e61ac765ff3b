package exsim.scenarios.files;

import exsim.model.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that nobody ever sees half-written. */
public final class NewFile {
  private NewFile() {}

  /**
   * Writes text beside the file and moves it there.
   *
   * @param overwrite whether a file that is there already is replaced
   * @param replaces how that is asked for where this is typed, such as {@code --force}
   * @throws InvalidValueException if the file cannot be written or is there already
   */
  public static void write(String name, String text, boolean overwrite, String replaces) {
    try {
      Path file = Path.of(name);
      if (name.isBlank() || Files.isDirectory(file)) {
        throw new InvalidValueException("`" + name + "` is no name for a file: it is a folder");
      }
      if (!overwrite && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw exists(name, replaces);
      }
      Path folder = file.toAbsolutePath().getParent();
      Path aside = Files.createTempFile(folder, ".exsim", ".json");
      try {
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        move(aside, file, overwrite);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(name, replaces);
    } catch (InvalidPathException e) {
      throw new InvalidValueException("`" + name + "` cannot be the name of a file");
    } catch (NoSuchFileException e) {
      throw new InvalidValueException(
          name + " cannot be written: its folder is not there, or takes no files");
    } catch (AccessDeniedException e) {
      throw new InvalidValueException(name + " cannot be written: access is denied");
    } catch (IOException e) {
      throw new InvalidValueException(name + " cannot be written: " + e.getMessage());
    }
  }

  private static InvalidValueException exists(String name, String replaces) {
    return new InvalidValueException(name + " is there already; " + replaces + " replaces it");
  }

  /** Without overwriting, the move fails where a file came up meanwhile. */
  private static void move(Path from, Path to, boolean overwrite) throws IOException {
    if (!overwrite) {
      Files.move(from, to);
      return;
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
