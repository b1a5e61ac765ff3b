package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.simulator.dns.Resolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A world made ready to be run: what becomes of every message. */
public final class Simulation {
  /** How many branches of equal choices are followed for one message and recipient. */
  public static final int BRANCHES_MAX = 256;

  /** How many hops all branches of one message and recipient may have together. */
  private static final int HOPS_MAX = 10_000;

  private final World world;
  private final Timeline timeline;
  private final MessageRates rates;

  /** Makes a world ready. */
  public Simulation(World world) {
    this(world, Optional.empty());
  }

  /** Makes a world ready whose sessions run over lines that somebody lays. */
  public Simulation(World world, Lines lines) {
    this(world, Optional.of(lines));
  }

  private Simulation(World world, Optional<Lines> lines) {
    this.world = world;
    this.timeline = new Timeline(world, lines);
    this.rates = new MessageRates(world);
  }

  /** What becomes of every message of a world, in the order of the scenario. */
  public static ImmutableList<Delivery> run(World world) {
    Simulation simulation = new Simulation(world);
    ImmutableList.Builder<Delivery> all = ImmutableList.builder();
    world.messages().forEach(m -> all.addAll(simulation.deliveries(m)));
    return all.build();
  }

  /** What becomes of one message: one delivery for each recipient and branch. */
  public ImmutableList<Delivery> deliveries(Message message) {
    return deliveries(message, Circumstances.NONE);
  }

  /** What becomes of one message in some circumstances. */
  public ImmutableList<Delivery> deliveries(Message message, Circumstances circumstances) {
    ImmutableList.Builder<Delivery> all = ImmutableList.builder();
    Companions companions = new Companions(message, rates);
    for (EmailAddress recipient : message.recipients()) {
      List<Delivery> branches = branches(message, recipient, companions, circumstances);
      all.addAll(branches);
      if (message.recipients().size() > 1) {
        companions.add(branches.get(0));
      }
    }
    return all.build();
  }

  private List<Delivery> branches(
      Message message, EmailAddress recipient, Companions companions, Circumstances circumstances) {
    List<Delivery> found = new ArrayList<>();
    ImmutableList<Integer> branch = ImmutableList.of();
    boolean capped = false;
    int hops = 0;
    do {
      Choices choices = new Choices(branch, circumstances);
      Delivery delivery = new Journey(timeline, message, recipient, choices, companions).run();
      found.add(delivery);
      hops += delivery.hops().size();
      branch = choices.next();
      capped = !branch.isEmpty() && (found.size() == BRANCHES_MAX || hops >= HOPS_MAX);
    } while (!branch.isEmpty() && !capped);
    return found.size() == 1 && !capped ? found : numbered(found, capped);
  }

  private static List<Delivery> numbered(List<Delivery> found, boolean capped) {
    List<Delivery> numbered = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      numbered.add(found.get(i).asBranch(i + 1, found.size(), capped));
    }
    return numbered;
  }

  /**
   * The instants of a stretch of time that can be told apart: its first, and each at which
   * something changes.
   */
  public ImmutableList<Instant> instants(Instant first, Instant last) {
    return timeline.instants(first, last);
  }

  /** Whether there is a system, server or device of a name that can send a message. */
  public boolean knows(String origin, Instant at) {
    return timeline.at(at).hasOrigin(origin);
  }

  /** Whom hops lead to. */
  public Whereabouts whereabouts() {
    return new Whereabouts(timeline);
  }

  /** A telnet window on the world. */
  public Telnet telnet() {
    return new Telnet(timeline);
  }

  /** Sends single messages on. */
  public Onward onward() {
    return new Onward(timeline);
  }

  /** Every host and port that can be connected to at an instant. */
  public ImmutableList<Door> doors(Instant at) {
    return Doors.of(timeline.at(at));
  }

  /** What names stand for at an instant. */
  public Resolver resolver(Instant at) {
    return timeline.at(at).resolver();
  }

  /** The world that is run. */
  public World world() {
    return world;
  }
}
