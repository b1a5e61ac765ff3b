package exsim.simulator.survey;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Messages from any of some origins and senders, to any of some recipients, of any of some sizes,
 * at any of some instants: every combination is meant.
 *
 * @param origins the systems, servers or devices
 * @param senders their addresses; an empty one stands for the empty reverse path
 * @param recipients the recipients
 * @param sizes the sizes in bytes
 * @param instants when they are sent
 */
public record Block(
    ImmutableList<String> origins,
    ImmutableList<Optional<EmailAddress>> senders,
    ImmutableList<EmailAddress> recipients,
    ImmutableList<Long> sizes,
    ImmutableList<Instant> instants) {
  private static final ImmutableList<Function<Message, Object>> COLUMNS =
      ImmutableList.of(
          Message::origin,
          Message::sender,
          m -> m.recipients().get(0),
          Message::sizeBytes,
          Message::at);

  /** The blocks that some messages make up together, and no other message. */
  public static ImmutableList<Block> of(Iterable<Message> messages) {
    ImmutableList.Builder<Block> blocks = ImmutableList.builder();
    for (List<Set<Object>> product : products(ImmutableList.copyOf(messages), 0)) {
      blocks.add(
          new Block(
              column(product, 0, String.class),
              senders(product.get(1)),
              column(product, 2, EmailAddress.class),
              column(product, 3, Long.class),
              column(product, 4, Instant.class)));
    }
    return blocks.build();
  }

  /** How many messages it stands for. */
  public long count() {
    return (long) origins.size()
        * senders.size()
        * recipients.size()
        * sizes.size()
        * instants.size();
  }

  /** Values of a column behind which the same rests stand are written once. */
  private static List<List<Set<Object>>> products(ImmutableList<Message> messages, int column) {
    if (column == COLUMNS.size()) {
      return List.of(List.of());
    }
    Map<Object, List<Message>> byValue = new LinkedHashMap<>();
    for (Message message : messages) {
      byValue
          .computeIfAbsent(COLUMNS.get(column).apply(message), v -> new ArrayList<>())
          .add(message);
    }
    Map<Set<List<Object>>, Set<Object>> byRest = new LinkedHashMap<>();
    Map<Set<List<Object>>, List<Message>> rests = new LinkedHashMap<>();
    byValue.forEach(
        (value, those) -> {
          Set<List<Object>> rest = rest(those, column + 1);
          byRest.computeIfAbsent(rest, r -> new LinkedHashSet<>()).add(value);
          rests.putIfAbsent(rest, those);
        });
    List<List<Set<Object>>> all = new ArrayList<>();
    byRest.forEach(
        (rest, values) -> {
          for (List<Set<Object>> below :
              products(ImmutableList.copyOf(rests.get(rest)), column + 1)) {
            List<Set<Object>> product = new ArrayList<>();
            product.add(values);
            product.addAll(below);
            all.add(product);
          }
        });
    return all;
  }

  private static ImmutableSet<List<Object>> rest(List<Message> messages, int column) {
    ImmutableSet.Builder<List<Object>> rest = ImmutableSet.builder();
    for (Message message : messages) {
      List<Object> values = new ArrayList<>();
      COLUMNS.subList(column, COLUMNS.size()).forEach(c -> values.add(c.apply(message)));
      rest.add(values);
    }
    return rest.build();
  }

  private static <T> ImmutableList<T> column(List<Set<Object>> product, int at, Class<T> type) {
    return product.get(at).stream().map(type::cast).collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Optional<EmailAddress>> senders(Set<Object> values) {
    return values.stream()
        .map(v -> ((Optional<?>) v).map(EmailAddress.class::cast))
        .collect(ImmutableList.toImmutableList());
  }
}
