package exsim.scenarios.protocol;

import com.google.common.collect.ImmutableList;
import exsim.model.net.IpAddress;
import exsim.model.topology.World;
import exsim.scenarios.text.LogFile;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes down what a run was as Exchange's SMTP protocol logs.
 *
 * <p>Of several branches the first is written, and each message to each recipient has sessions of
 * its own. A session takes no time.
 */
public final class ProtocolLogs {
  /** The first of the ports from which Windows connects, and how many there are. */
  private static final int PORT_FIRST = 49_152;

  private static final int PORTS = 16_384;

  /** From the first of January of the year 1, which Windows counts from. */
  private static final long EPOCH_SECONDS = 62_135_596_800L;

  private static final int TICKS_PER_SECOND = 10_000_000;

  private final Loggers loggers;
  private final long firstSession;
  private final Map<String, List<Session>> sessions = new TreeMap<>();
  private long count;
  private int connections;

  private ProtocolLogs(World world) {
    this.loggers = new Loggers(world);
    Instant start = world.epochs().get(0).from();
    this.firstSession =
        Math.multiplyExact(start.getEpochSecond() + EPOCH_SECONDS, TICKS_PER_SECOND);
  }

  /** One session in one log. */
  private record Session(
      LogFolder folder,
      Instant at,
      String connector,
      String id,
      String local,
      String remote,
      ImmutableList<LogEvent> events) {}

  /** The logs of a run, by path. */
  public static ImmutableList<LogFile> of(World world, ImmutableList<Delivery> deliveries) {
    ProtocolLogs logs = new ProtocolLogs(world);
    List<Hop> hops = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      if (delivery.branch() == 1) {
        hops.addAll(delivery.hops());
      }
    }
    hops.sort(Comparator.comparing(Hop::at));
    hops.forEach(logs::add);
    return logs.written();
  }

  private void add(Hop hop) {
    Optional<Loggers.Logger> sender = loggers.ofSender(hop);
    Optional<Loggers.Logger> receiver = loggers.ofReceiver(hop);
    boolean logged = sender.isPresent() || receiver.isPresent();
    if (!logged || hop.to().address().isEmpty()) {
      return; // nobody logs, or there was nobody to connect to
    }
    int port = PORT_FIRST + connections++ % PORTS;
    String client = endpoint(hop.contact().from(), port);
    String server = endpoint(hop.to().address().get(), hop.to().port());
    sender.ifPresent(l -> add(l, hop, client, server, SendSide.of(hop, l.folder().style())));
    receiver.ifPresent(l -> add(l, hop, server, client, ReceiveSide.of(hop, l.folder().style())));
  }

  private void add(
      Loggers.Logger logger, Hop hop, String local, String remote, ImmutableList<LogEvent> events) {
    String id = String.format("%016X", firstSession + count++);
    Session session =
        new Session(logger.folder(), hop.at(), logger.connector(), id, local, remote, events);
    sessions.computeIfAbsent(logger.folder().path(), k -> new ArrayList<>()).add(session);
  }

  private static String endpoint(IpAddress address, int port) {
    String text = address.toString();
    return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
  }

  private ImmutableList<LogFile> written() {
    ImmutableList.Builder<LogFile> all = ImmutableList.builder();
    for (List<Session> folder : sessions.values()) {
      Optional<Instant> hour = Optional.empty();
      LogFile log = null;
      for (Session session : folder) {
        Instant its = session.at().truncatedTo(ChronoUnit.HOURS);
        if (log == null || !hour.equals(Optional.of(its))) {
          hour = Optional.of(its);
          log = session.folder().file(session.at());
          all.add(log);
        }
        write(session, log);
      }
    }
    return all.build();
  }

  private static void write(Session session, LogFile log) {
    int sequence = 0;
    for (LogEvent event : session.events()) {
      log.add(
          ImmutableList.of(
              LogFile.instant(session.at()),
              session.connector(),
              session.id(),
              String.valueOf(sequence++),
              event.connected() ? session.local() : "",
              session.remote(),
              String.valueOf(event.mark()),
              event.data(),
              event.context()));
    }
  }
}
