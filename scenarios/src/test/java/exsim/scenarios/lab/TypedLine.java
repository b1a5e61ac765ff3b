package exsim.scenarios.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A plain client that says exactly what a test wants, whatever that is. */
final class TypedLine implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  private final Socket plain;
  private Socket socket;

  TypedLine(String place) throws IOException {
    this(place, "127.0.0.1");
  }

  /** A client that connects from an address. */
  TypedLine(String place, String from) throws IOException {
    int colon = place.lastIndexOf(':');
    plain = new Socket();
    plain.bind(new InetSocketAddress(from, 0));
    plain.connect(
        new InetSocketAddress(
            place.substring(0, colon), Integer.parseInt(place.substring(colon + 1))));
    plain.setSoTimeout(PATIENCE_MS);
    socket = plain;
  }

  /** Sends octets as they are. */
  void raw(String octets) throws IOException {
    socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Says nothing more, and listens. */
  void finish() throws IOException {
    socket.shutdownOutput();
  }

  /** Reads a whole reply; the last one of a connection that closes is empty. */
  String reply() throws IOException {
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = line();
      lines.add(line);
      if (line.length() < 4 || line.charAt(3) == ' ') {
        return String.join("\n", lines);
      }
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
  }

  /** Sends a line and reads the reply. */
  String say(String line) throws IOException {
    raw(line + "\r\n");
    return reply();
  }

  /** Shakes hands. */
  SSLSocket secure() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anyone()}, null);
    SSLSocket tls =
        (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    tls.startHandshake();
    socket = tls;
    return tls;
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }
}
