package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decodes {@code messages}. */
final class MessageDecoder {
  /** The size of a message that states none, in bytes. */
  static final long SIZE_DEFAULT = 10240;

  private static final long SIZE_MAX = 1L << 40;

  private final Moments moments;
  private final Map<String, Spot> ids = new HashMap<>();

  MessageDecoder(Moments moments) {
    this.moments = moments;
  }

  /**
   * A message and where its parts stand.
   *
   * @param message the message, its origin as it was written
   * @param origin where the origin stands
   * @param at where the time stands; the message's place when it states none
   */
  record Placed(Message message, Spot origin, Spot at) {}

  Optional<Placed> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, problems));
  }

  private Optional<Placed> decode(Fields fields, Problems problems) {
    Optional<String> id = fields.required("id", Decoders.NAME);
    Optional<Optional<EmailAddress>> from = fields.required("from", MessageDecoder::sender);
    Optional<ImmutableList<EmailAddress>> to = fields.required("to", MessageDecoder::recipients);
    Optional<String> origin = fields.required("origin", Decoders.NAME);
    Instant at = fields.optional("at", moments.fromStart(), moments.clock());
    long size = fields.optional("size", Decoders.whole(0, SIZE_MAX), SIZE_DEFAULT);
    boolean requireTls = fields.optional("requireTls", Decoders.BOOL, false);
    boolean tlsRequiredNo = !fields.optional("tlsRequired", Decoders.BOOL, true);
    boolean bareLinefeeds = fields.optional("bareLineFeeds", Decoders.BOOL, false);
    fields.noOthers();
    if (id.isPresent()) {
      Spot first = ids.putIfAbsent(id.get(), fields.spotOf("id"));
      if (first != null) {
        problems.add(
            fields.spotOf("id"),
            "two messages have the id `" + id.get() + "`",
            "give one another id; the first is in line " + first.line());
      }
    }
    if (id.isEmpty() || from.isEmpty() || to.isEmpty() || origin.isEmpty()) {
      return Optional.empty();
    }
    Message message =
        new Message(
            id.get(),
            from.get(),
            to.get(),
            origin.get(),
            at,
            size,
            requireTls,
            tlsRequiredNo,
            bareLinefeeds);
    return Optional.of(new Placed(message, fields.spotOf("origin"), fields.spotOf("at")));
  }

  /** The ids, also of messages that could not be decoded. */
  ImmutableSet<String> ids() {
    return ImmutableSet.copyOf(ids.keySet());
  }

  private static Optional<Optional<EmailAddress>> sender(Located value, Problems problems) {
    boolean nullPath = Trees.text(value).filter(t -> t.isEmpty() || t.equals("<>")).isPresent();
    return nullPath
        ? Optional.of(Optional.empty())
        : Decoders.EMAIL.decode(value, problems).map(Optional::of);
  }

  private static Optional<ImmutableList<EmailAddress>> recipients(
      Located value, Problems problems) {
    if (value instanceof Located.Text) {
      return Decoders.EMAIL.decode(value, problems).map(ImmutableList::of);
    }
    if (!(value instanceof Located.Arr)) {
      return Decoders.wrongType("an address or an array of addresses", value, problems);
    }
    Optional<ImmutableList<EmailAddress>> all =
        Decoders.set(Decoders.EMAIL).decode(value, problems).map(ImmutableSet::asList);
    if (((Located.Arr) value).items().isEmpty()) {
      problems.add(value.spot(), "the message has no recipient");
    }
    return all.filter(a -> !a.isEmpty());
  }
}
