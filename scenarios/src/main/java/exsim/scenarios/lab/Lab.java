package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.TlsVersion;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.scenarios.format.Scenario;
import exsim.simulator.delivery.Door;
import exsim.simulator.delivery.Lines;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.Path;
import exsim.simulator.smtp.TypedSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A scenario whose hosts listen on loopback. */
public final class Lab implements AutoCloseable {
  private static final int WORKERS = 16;
  private static final long CLOSING_MS = 2_000;

  private final Limits limits;
  private final Journal journal;
  private final Telnet telnet;
  private final Tls tls;
  private final Switchboard switchboard;
  private final Relay relay;
  private final Telnet.Caller outside;
  private final Supplier<Instant> clock;
  private final PemFolder certificates;
  private final ScheduledExecutorService workers;
  private final List<Listening> listeners = new ArrayList<>();
  private final List<Thread> acceptors = new ArrayList<>();
  private final Map<InetAddress, Telnet.Caller> byAddress = new LinkedHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /**
   * How a lab is set up.
   *
   * @param addressPerHost whether every host gets an address of its own and its real ports
   * @param from whom a client from outside counts as; empty for a stranger
   * @param deliverTo where messages that arrive are kept
   */
  public record Setup(
      boolean addressPerHost, Optional<String> from, Optional<java.nio.file.Path> deliverTo) {}

  /**
   * Opens a lab.
   *
   * @param err takes a line for everything that happens
   * @throws LabException if it cannot be opened
   * @throws exsim.model.InvalidValueException if nobody has the name of who counts as outside
   */
  public static Lab open(Scenario scenario, Setup setup, Consumer<String> err) throws LabException {
    return open(scenario, setup, Limits.USUAL, Keys::fresh, err);
  }

  static Lab open(Scenario scenario, Setup setup, Limits limits, Keys keys, Consumer<String> err)
      throws LabException {
    Lab lab = null;
    try {
      lab = new Lab(scenario, setup, limits, keys, err);
      lab.listen(scenario, setup);
      return lab;
    } catch (GeneralSecurityException | IOException e) {
      throw new LabException("the lab's certificates cannot be made: " + e);
    } finally {
      if (lab != null && lab.listeners.isEmpty()) {
        lab.close();
      }
    }
  }

  private Lab(Scenario scenario, Setup setup, Limits limits, Keys keys, Consumer<String> err)
      throws GeneralSecurityException, IOException, LabException {
    World world = scenario.world();
    Topology topology = topology(scenario);
    Callers callers = new Callers(topology);
    this.limits = limits;
    this.journal = new Journal(err);
    this.outside = setup.from().map(callers::named).orElse(Callers.STRANGER);
    Instant opened = Instant.now();
    this.clock = () -> scenario.clock().plus(Duration.between(opened, Instant.now()));
    Authority authority = new Authority(keys, opened, scenario.clock());
    Wallet wallet = new Wallet(authority);
    this.tls = new Tls(wallet);
    this.workers = Executors.newScheduledThreadPool(WORKERS, daemons("relay"));
    this.relay = new Relay(clock, limits, journal, new Maildrop(setup.deliverTo()), workers);
    this.switchboard = new Switchboard(tls, limits, e -> relay.text(e.id()));
    Simulation simulation =
        new Simulation(new World(world.epochs(), ImmutableList.of(), Instant.MAX), switchboard);
    this.telnet = simulation.telnet();
    relay.by(simulation.onward());
    this.certificates = PemFolder.make(authority, wallet, topology.certificates());
  }

  private static Topology topology(Scenario scenario) {
    World world = scenario.world();
    return world.epochs().get(world.epochAt(scenario.clock())).topology();
  }

  private void listen(Scenario scenario, Setup setup) throws LabException {
    ImmutableList<Door> doors = new Simulation(scenario.world()).doors(scenario.clock());
    if (doors.isEmpty()) {
      throw new LabException("nothing in this scenario can be connected to");
    }
    if (doors.size() > limits.listeners()) {
      throw new LabException(
          "the scenario has "
              + doors.size()
              + " hosts and ports, and a lab opens at most "
              + limits.listeners());
    }
    Addresses addresses = new Addresses(setup.addressPerHost());
    try {
      for (Door door : doors) {
        Listening listening =
            setup.addressPerHost()
                ? Listening.open(door, addresses.of(door.host()), door.port())
                : Listening.openNear(door, addresses.of(door.host()));
        listeners.add(listening);
        switchboard.add(listening);
      }
    } catch (LabException e) {
      close();
      throw e;
    }
    if (setup.addressPerHost()) {
      new Callers(topology(scenario))
          .all()
          .forEach(c -> byAddress.putIfAbsent(addresses.ofCaller(c), c));
    }
    ThreadFactory threads = daemons("listener");
    for (Listening listening : listeners) {
      Thread thread = threads.newThread(() -> accept(listening));
      acceptors.add(thread);
      thread.start();
    }
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, "exsim-lab-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** The listeners: what the scenario calls them, and where they are. */
  public ImmutableList<Open> listeners() {
    return listeners.stream()
        .map(l -> new Open(l.name(), l.place()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * A listener.
   *
   * @param name such as {@code smtp.office365.com:25}
   * @param place such as {@code 127.0.0.1:40025}
   */
  public record Open(String name, String place) {}

  /** Who counts as whom by the address that it connects from. */
  public ImmutableList<Open> senders() {
    return byAddress.entrySet().stream()
        .map(e -> new Open(e.getValue().system(), e.getKey().getHostAddress()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The file of the root that clients may trust. */
  public java.nio.file.Path authorityFile() {
    return certificates.authorityFile();
  }

  private void accept(Listening listening) {
    ThreadFactory threads = daemons("session");
    while (!closing) {
      try {
        Socket socket = listening.socket().accept();
        Wire wire = new Wire(socket, limits.idle());
        open.add(wire);
        threads.newThread(() -> serve(listening, wire)).start();
      } catch (IOException e) {
        if (listening.socket().isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Listening listening, Wire wire) {
    try (wire) {
      Optional<Lines.Call> call = switchboard.from(wire.plain().getRemoteSocketAddress());
      if (call.isPresent()) {
        inside(wire, call.get());
      } else if (open.size() > limits.sessions()) {
        wire.write("421 4.3.2 Service not available\r\n");
      } else {
        outside(listening, wire);
      }
    } catch (IOException e) {
      // whoever was connected is gone
    } finally {
      open.remove(wire);
    }
  }

  private void inside(Wire wire, Lines.Call call) throws IOException {
    TypedSession typed =
        new TypedSession(
            call.receiver(),
            call.peer(),
            call.path(),
            Optional.of(call.envelope().received()),
            Long.MAX_VALUE);
    new ServerSession(
            wire,
            tls,
            limits,
            typed,
            accepted -> relay.take(call.receiver(), accepted, Optional.of(call)))
        .run();
  }

  private void outside(Listening listening, Wire wire) throws IOException {
    Telnet.Caller caller = byAddress.getOrDefault(wire.plain().getInetAddress(), outside);
    Door door = listening.door();
    Telnet.Call called = telnet.call(caller, door.host(), door.port(), clock.get());
    String where = caller.system() + " > " + listening.name();
    if (!(called instanceof Telnet.Connected connected)) {
      String fault = ((Telnet.Unreachable) called).fault();
      journal.write(Journal.Kind.SESSION, "", where, "", fault);
      return;
    }
    Receiver receiver = connected.receiver();
    TypedSession first = connected.session();
    Path path = first.path();
    TypedSession typed =
        new TypedSession(
            receiver, first.session().peer(), path, Optional.empty(), limits.message());
    ServerSession session =
        new ServerSession(wire, tls, limits, typed, a -> relay.take(receiver, a, Optional.empty()));
    try {
      session.run();
    } finally {
      String secured = typed.session().secured().map(s -> s.version().text()).orElse("clear");
      String thrown =
          session.discarded() == 0
              ? ""
              : " (" + session.discarded() + " octets sent in clear behind STARTTLS thrown away)";
      journal.write(Journal.Kind.SESSION, "", where, secured, session.last() + thrown);
    }
  }

  /**
   * Waits until the lab closes, or until it has been open long enough.
   *
   * @param time how long; empty for ever
   */
  public void await(Optional<Duration> time) throws InterruptedException {
    if (time.isEmpty()) {
      closed.await();
    } else if (closed.await(time.get().toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
  }

  /** The TLS versions that this Java cannot do, whatever the scenario says. */
  public static ImmutableList<TlsVersion> lackingVersions() {
    return Tls.lacking().asList();
  }

  /** Closes every listener and every session. */
  @Override
  public synchronized void close() {
    if (closing) {
      return;
    }
    closing = true;
    for (Listening listening : listeners) {
      try {
        listening.socket().close();
      } catch (IOException e) {
        // it is closed either way
      }
    }
    for (Thread acceptor : acceptors) {
      try {
        acceptor.join(CLOSING_MS); // until then its port still answers
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    workers.shutdownNow();
    open.forEach(Wire::close);
    certificates.remove();
    closed.countDown();
  }
}
