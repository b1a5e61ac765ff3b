package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import exsim.simulator.delivery.Door;
import exsim.simulator.delivery.Lines;
import exsim.simulator.route.Envelope;
import exsim.simulator.smtp.FarEnd;
import exsim.simulator.smtp.PlayedEnd;
import exsim.simulator.smtp.TypedSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lines over real sockets and real TLS, each to a session of the same server state machine. A
 * session that was had before in the same way is played in memory.
 */
final class Loopback implements Lines, AutoCloseable {
  /** Impatient, so that what hangs does not hang for long. */
  static final Limits LIMITS =
      new Limits(
          100,
          400,
          2_000,
          12_288,
          65_536,
          10_485_760,
          1_000,
          20,
          Duration.ofSeconds(30),
          Duration.ofSeconds(3),
          1_000);

  private static final Map<Certificate.KeyType, KeyPair> PAIRS =
      new EnumMap<>(Certificate.KeyType.class);

  private static final long LINE = 998;

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<List<Object>> had = new HashSet<>();
  private final Tls tls;
  private final Switchboard switchboard;
  private int sessions;

  Loopback(Instant clock) throws GeneralSecurityException, IOException {
    tls = new Tls(new Wallet(new Authority(Loopback::pair, Instant.now(), clock)));
    switchboard = new Switchboard(tls, LIMITS, Loopback::text);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** The same pair for every certificate of a type: making one takes long. */
  static synchronized KeyPair pair(Certificate.KeyType type) throws GeneralSecurityException {
    KeyPair pair = PAIRS.get(type);
    if (pair == null) {
      pair = Keys.fresh(type);
      PAIRS.put(type, pair);
    }
    return pair;
  }

  /** As large as the scenario says, and with a line that wants to be its end. */
  private static ImmutableList<String> text(Envelope envelope) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add("Subject: " + envelope.id(), "", ".");
    for (long left = envelope.sizeBytes(); left > 0; left -= LINE) {
      lines.add(" ".repeat((int) Math.min(left, LINE)));
    }
    return lines.build();
  }

  /** How many sessions ran over sockets. */
  int sessions() {
    return sessions;
  }

  @Override
  public boolean passesOn() {
    return false;
  }

  @Override
  public FarEnd lay(Call call) {
    List<Object> key =
        Arrays.asList(
            System.identityHashCode(call.host()),
            call.client().system(),
            call.client().connector(),
            call.client().tls(),
            call.peer().asked(),
            call.peer().local(),
            call.peer().localPort(),
            call.path(),
            call.envelope().sender(),
            call.plan().recipient());
    if (!had.add(key)) {
      return new PlayedEnd(call.receiver(), call.peer(), call.path());
    }
    sessions++;
    switchboard.add(
        new Listening(
            new Door(call.peer().asked(), call.peer().local(), call.peer().localPort()), server));
    return switchboard.lay(call);
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    Call call = switchboard.from(socket.getRemoteSocketAddress()).orElseThrow();
    try (Wire wire = new Wire(socket, LIMITS.idle())) {
      TypedSession typed =
          new TypedSession(
              call.receiver(),
              call.peer(),
              call.path(),
              Optional.of(call.envelope().received()),
              Long.MAX_VALUE);
      new ServerSession(wire, tls, LIMITS, typed, accepted -> Optional.empty()).run();
    } catch (IOException e) {
      // the client is gone
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
