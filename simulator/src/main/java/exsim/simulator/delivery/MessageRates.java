package exsim.simulator.delivery;

import com.google.common.base.Ascii;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import exsim.model.external.Device;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.onprem.ReceiveConnector.MessageRate;
import exsim.model.topology.World;
import exsim.simulator.rule.Memo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many messages of one source a server has taken in the minute before a message.
 *
 * <p>It follows from the messages of the scenario and their times alone, in whatever order their
 * deliveries are worked out. A source is a user who logs on, or an address; the messages of a
 * device count at the host that it submits to, those of a mail system by the recipient's domain. A
 * message that is one too many is not taken and does not count itself; attempts to send a message
 * again do not count either.
 */
final class MessageRates {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final World world;
  private final Supplier<ImmutableListMultimap<Source, Message>> bySource =
      Suppliers.memoize(this::sorted);
  private final Memo<Limited, ImmutableMap<String, Integer>> known = new Memo<>();

  MessageRates(World world) {
    this.world = world;
  }

  private record Source(boolean user, String who, String where) {}

  private record Limited(Source source, int limit) {}

  /** How many were taken before a message; the larger number where two sources are counted. */
  int before(Message message, MessageRate rate) {
    int most = 0;
    for (Source source : sources(message, device(message))) {
      if (source.user() ? rate.byUser() : rate.byAddress()) {
        ImmutableMap<String, Integer> before =
            known.get(new Limited(source, rate.limit()), this::counted);
        most = Math.max(most, before.getOrDefault(message.id(), 0));
      }
    }
    return most;
  }

  private ImmutableMap<String, Integer> counted(Limited limited) {
    Map<String, Integer> before = new LinkedHashMap<>();
    Deque<Instant> taken = new ArrayDeque<>();
    for (Message message : bySource.get().get(limited.source())) {
      while (!taken.isEmpty() && !taken.peek().plus(MINUTE).isAfter(message.at())) {
        taken.remove();
      }
      before.put(message.id(), taken.size());
      if (taken.size() < limited.limit()) {
        taken.add(message.at());
      }
    }
    return ImmutableMap.copyOf(before);
  }

  private ImmutableListMultimap<Source, Message> sorted() {
    List<Map<String, Device>> devices = new ArrayList<>();
    for (World.Epoch epoch : world.epochs()) {
      Map<String, Device> byName = new LinkedHashMap<>();
      epoch.topology().devices().forEach(d -> byName.putIfAbsent(Ascii.toLowerCase(d.name()), d));
      devices.add(byName);
    }
    ImmutableListMultimap.Builder<Source, Message> all = ImmutableListMultimap.builder();
    world.messages().stream()
        .sorted(Comparator.comparing(Message::at))
        .forEach(
            m -> {
              Map<String, Device> then = devices.get(world.epochAt(m.at()));
              Optional<Device> device =
                  Optional.ofNullable(then.get(Ascii.toLowerCase(m.origin())));
              sources(m, device).forEach(s -> all.put(s, m));
            });
    return all.build();
  }

  private Optional<Device> device(Message message) {
    return world.epochs().get(world.epochAt(message.at())).topology().devices().stream()
        .filter(d -> Ascii.equalsIgnoreCase(d.name(), message.origin()))
        .findFirst();
  }

  private static ImmutableList<Source> sources(Message message, Optional<Device> device) {
    if (device.isEmpty()) {
      String domain = message.recipients().get(0).domain().ascii();
      return ImmutableList.of(new Source(false, Ascii.toLowerCase(message.origin()), domain));
    }
    String host = device.get().smtpHost().toString();
    Source address = new Source(false, device.get().address().toString(), host);
    return device
        .get()
        .user()
        .map(EmailAddress::toString)
        .map(u -> ImmutableList.of(address, new Source(true, Ascii.toLowerCase(u), host)))
        .orElseGet(() -> ImmutableList.of(address));
  }
}
