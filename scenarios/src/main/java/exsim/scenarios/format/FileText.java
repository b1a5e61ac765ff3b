package exsim.scenarios.format;

import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file as UTF-8 text. */
final class FileText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  static Optional<String> read(Path path, Problems problems) {
    Spot spot = Spot.ofFile(path.toString());
    try {
      if (Files.isDirectory(path)) {
        problems.add(spot, "this is a directory, not a file");
        return Optional.empty();
      }
      return decoded(Files.readAllBytes(path), spot, problems);
    } catch (NoSuchFileException e) {
      problems.add(spot, "no such file");
    } catch (AccessDeniedException e) {
      problems.add(spot, "the file cannot be read: access is denied");
    } catch (IOException e) {
      problems.add(spot, "the file cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      problems.add(spot, "the file is too large to be read");
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(byte[] bytes, Spot spot, Problems problems) {
    if (bytes.length >= 2 && isUtf16Mark(bytes)) {
      problems.add(spot, "the file is UTF-16", "save it as UTF-8");
      return Optional.empty();
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      problems.add(spot, "the file is not UTF-8 text", "save it as UTF-8");
      return Optional.empty();
    }
    if (text.indexOf('\0') >= 0) {
      problems.add(spot, "the file is binary, not text");
      return Optional.empty();
    }
    return Optional.of(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text);
  }

  private static boolean isUtf16Mark(byte[] bytes) {
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }
}
