package exsim.scenarios.powershell;

import exsim.model.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The characters of a file that PowerShell wrote, in whichever encoding it chose. */
final class ExportText {
  private static final int BYTES_MAX = 64 << 20;
  private static final int SAMPLE = 4096;

  private ExportText() {}

  /**
   * Decodes a file.
   *
   * @throws InvalidValueException if it is empty, too large, or not text
   */
  static String of(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new InvalidValueException("the file is larger than 64 MB");
    }
    String text = decode(bytes);
    if (text.isBlank()) {
      throw new InvalidValueException("the file is empty");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b) {
        throw new InvalidValueException("the file is not text");
      }
    }
    return text;
  }

  private static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return strict(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return strict(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (looksLikeUtf16(bytes)) {
      return strict(bytes, 0, StandardCharsets.UTF_16LE);
    }
    try {
      return tryDecode(bytes, 0, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      // Windows PowerShell writes the code page of the machine when asked for Default.
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Without a mark, western text in UTF-16 LE shows as a zero in every second byte. */
  private static boolean looksLikeUtf16(byte[] bytes) {
    int end = Math.min(bytes.length, SAMPLE) & ~1;
    int zeros = 0;
    for (int i = 1; i < end; i += 2) {
      zeros += bytes[i] == 0 && bytes[i - 1] != 0 ? 1 : 0;
    }
    return end >= 8 && zeros > end / 2 * 9 / 10;
  }

  private static String strict(byte[] bytes, int from, Charset charset) {
    try {
      return tryDecode(bytes, from, charset);
    } catch (CharacterCodingException e) {
      throw new InvalidValueException("the file is not text in " + charset.name());
    }
  }

  private static String tryDecode(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }
}
