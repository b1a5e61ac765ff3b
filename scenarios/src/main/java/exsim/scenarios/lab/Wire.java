package exsim.scenarios.lab;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/**
 * A connection that carries lines. Only CRLF ends a line; octets are characters of ISO 8859-1, so
 * that nothing is lost.
 */
final class Wire implements Closeable {
  private static final int BUFFER = 8192;

  private final Socket plain;
  private final Duration patience;
  private final byte[] buffer = new byte[BUFFER];
  private Socket socket;
  private int next;
  private int filled;
  private boolean bareLineFeeds;

  /**
   * A connection that came up.
   *
   * @param patience how long a line may take
   */
  Wire(Socket socket, Duration patience) {
    try {
      socket.setTcpNoDelay(true); // both ends wait for each other's lines
    } catch (SocketException e) {
      // a connection that is gone already is found out when it is read from
    }
    this.plain = socket;
    this.socket = socket;
    this.patience = patience;
  }

  /** How a line ended, or did not. */
  enum End {
    /** By CRLF. */
    WHOLE,
    /** By CRLF, but its beginning was too long to be kept. */
    TOO_LONG,
    /** By a line feed or a carriage return alone. */
    BARE,
    /** The other end closed the connection. */
    CLOSED
  }

  /**
   * A line.
   *
   * @param text without its end
   */
  record Line(String text, End end) {}

  /**
   * Reads a line.
   *
   * @param octetsMax how much of it is kept
   * @throws SocketTimeoutException if it takes too long
   */
  Line line(int octetsMax) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean overlong = false;
    while (true) {
      int octet = octet(deadline);
      if (octet < 0) {
        return new Line("", End.CLOSED);
      }
      if (octet == '\n') {
        return new Line(text(line), End.BARE);
      }
      if (octet == '\r') {
        boolean whole = octet(deadline) == '\n';
        return new Line(text(line), !whole ? End.BARE : overlong ? End.TOO_LONG : End.WHOLE);
      }
      if (line.size() < octetsMax) {
        line.write(octet);
      } else {
        overlong = true;
      }
    }
  }

  /**
   * Reads a line of a reply, which some servers end without a carriage return.
   *
   * @throws EOFException if the other end closed the connection
   */
  String replyLine(int octetsMax) throws IOException {
    Line line = line(octetsMax);
    if (line.end() == End.CLOSED) {
      throw new EOFException("closed");
    }
    bareLineFeeds |= line.end() == End.BARE;
    return line.text();
  }

  /** Whether a line of a reply came without a carriage return. */
  boolean bareLineFeeds() {
    return bareLineFeeds;
  }

  /** Reads as many octets as announced. */
  byte[] octets(int count) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      int octet = octet(deadline);
      if (octet < 0) {
        throw new EOFException("closed inside a chunk");
      }
      octets[i] = (byte) octet;
    }
    return octets;
  }

  private int octet(long deadline) throws IOException {
    if (next == filled) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new SocketTimeoutException("a line takes too long");
      }
      socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
      next = 0;
      filled = Math.max(0, socket.getInputStream().read(buffer, 0, BUFFER));
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[next++] & 0xff;
  }

  private static String text(ByteArrayOutputStream line) {
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Writes text as it is. */
  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /**
   * Forgets what came and was not read: what a client sends in clear behind STARTTLS must not count
   * inside TLS (RFC 3207 section 6).
   *
   * @return how many octets that were
   */
  int discard() throws IOException {
    int discarded = filled - next;
    next = filled;
    InputStream in = socket.getInputStream();
    while (in.available() > 0) {
      int read = in.read(buffer, 0, BUFFER);
      if (read < 0) {
        break;
      }
      discarded += read;
    }
    next = 0;
    filled = 0;
    return discarded;
  }

  /** The connection below any TLS. */
  Socket plain() {
    return plain;
  }

  /** Goes on inside TLS. */
  void inside(SSLSocket tls) {
    socket = tls;
    next = 0;
    filled = 0;
  }

  /** Whether the other end closes the connection within a time instead of saying something. */
  boolean closesWithin(Duration time) {
    try {
      return octet(System.nanoTime() + time.toNanos()) < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone either way
    } finally {
      try {
        plain.close();
      } catch (IOException e) {
        // it is gone either way
      }
    }
  }
}
