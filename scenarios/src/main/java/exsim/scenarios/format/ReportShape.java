package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.net.IpAddress;
import exsim.model.tls.TlsVersion;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.delivery.Notification;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Protection;
import exsim.simulator.question.Value;
import exsim.simulator.route.AuthAs;
import exsim.simulator.route.DeliveryType;
import exsim.simulator.rule.Basis;
import exsim.simulator.tls.Authentication;
import exsim.simulator.tls.TlsMode;
import java.util.Optional;
import java.util.function.Function;

/** The shape of the report's deliveries and hops, by which expectations are read. */
final class ReportShape {
  private final Moments moments;
  private final Names names;

  ReportShape(Moments moments, Names names) {
    this.moments = moments;
    this.names = names;
  }

  /** What an expectation may state of a delivery. */
  ImmutableMap<String, Decoder<Value>> delivery() {
    Decoder<Value> hop = object(hop());
    Decoder<Value> outcome = words("an outcome", Outcome.values(), Outcome::text);
    return ImmutableMap.<String, Decoder<Value>>builder()
        .put("outcome", oneOrMore(outcome))
        .put("reply", text(t -> t))
        .put("weakestProtection", words("a protection", Protection.values(), Protection::text))
        .put("hops", array(hop))
        .put("firstHop", hop)
        .put("lastHop", hop)
        .put("someHop", hop)
        .put("everyHop", hop)
        .put("path", array(this::system))
        .put("received", array(object(reason())))
        .put("queue", queue())
        .put("messageTrace", text(t -> t))
        .put("notifications", array(notification()))
        .put("sender", text(Ascii::toLowerCase))
        .put("branch", number())
        .put("of", number())
        .buildOrThrow();
  }

  private Decoder<Value> notification() {
    return object(
        ImmutableMap.of(
            "at",
            this::instant,
            "kind",
            words("a kind of notification", Notification.Kind.values(), Notification.Kind::text),
            "code",
            text(t -> t),
            "text",
            text(t -> t),
            "by",
            text(t -> t),
            "requireTls",
            bool()));
  }

  private static Decoder<Value> queue() {
    return object(
        ImmutableMap.of(
            "deliveryType",
            words("a delivery type", DeliveryType.values(), DeliveryType::text),
            "nextHopDomain",
            text(t -> t),
            "nextHopConnector",
            text(t -> t)));
  }

  private ImmutableMap<String, Decoder<Value>> hop() {
    Decoder<Value> system = this::system;
    Decoder<Value> host = text(ReportShape::host);
    Decoder<Value> connector = text(t -> t);
    Decoder<Value> from =
        object(
            ImmutableMap.of(
                "system", system,
                "host", host,
                "server", text(t -> t),
                "service", text(t -> t),
                "connector", connector));
    Decoder<Value> to =
        object(
            ImmutableMap.of(
                "system",
                system,
                "host",
                host,
                "address",
                this::address,
                "port",
                number(),
                "server",
                text(t -> t),
                "service",
                text(t -> t),
                "connector",
                connector));
    Decoder<Value> why = object(reason());
    return ImmutableMap.<String, Decoder<Value>>builder()
        .put("attempt", number())
        .put("at", this::instant)
        .put("status", words("a status", new String[] {"sent", "failed"}, t -> t))
        .put("from", from)
        .put("to", to)
        .put("ehlo", orNull(array(text(t -> t))))
        .put("ehloInsideTls", orNull(array(text(t -> t))))
        .put("startTlsOffered", bool())
        .put("tls", bool())
        .put("tlsVersion", words("a TLS version", TlsVersion.values(), TlsVersion::text))
        .put("cipherSuite", text(t -> t))
        .put("tlsMode", words("a TLS mode", TlsMode.values(), TlsMode::text))
        .put(
            "authentication",
            words("an authentication", Authentication.values(), Authentication::text))
        .put(
            "ifStartTlsStripped", words("an answer", new String[] {"plaintext", "refused"}, t -> t))
        .put("authAs", words("an answer", AuthAs.values(), AuthAs::text))
        .put("crossPremises", bool())
        .put("cause", text(t -> t))
        .put("reply", text(t -> t))
        .put("internal", bool())
        .put("queue", queue())
        .put("why", array(why))
        .put("rules", array(text(t -> t)))
        .put("events", array(object(event())))
        .buildOrThrow();
  }

  private static ImmutableMap<String, Decoder<Value>> reason() {
    return ImmutableMap.of(
        "rule", text(t -> t),
        "text", text(t -> t),
        "basis", words("a basis", Basis.values(), Basis::text),
        "source", text(t -> t));
  }

  private static ImmutableMap<String, Decoder<Value>> event() {
    return ImmutableMap.of(
        "id", number(),
        "source", text(t -> t),
        "server", text(t -> t),
        "text", text(t -> t),
        "because", text(t -> t),
        "rule", text(t -> t),
        "basis", words("a basis", Basis.values(), Basis::text),
        "citation", text(t -> t));
  }

  /** Null is a value like any other: what is stated as null must be null. */
  private static Decoder<Value> orNull(Decoder<Value> decoder) {
    return (value, problems) ->
        value instanceof Located.Null ? Optional.of(Value.NULL) : decoder.decode(value, problems);
  }

  private static Decoder<Value> text(Function<String, String> normal) {
    return orNull(
        (value, problems) ->
            Decoders.TEXT.decode(value, problems).map(t -> new Value.Text(normal.apply(t))));
  }

  private static Decoder<Value> bool() {
    return orNull((value, problems) -> Decoders.BOOL.decode(value, problems).map(Value.Bool::new));
  }

  private static Decoder<Value> number() {
    return orNull(
        (value, problems) ->
            Decoders.whole(0, Integer.MAX_VALUE).decode(value, problems).map(Value.Int::new));
  }

  private static <T> Decoder<Value> words(String what, T[] values, Function<T, String> text) {
    Decoder<T> word = Decoders.words(what, values, text);
    return orNull(
        (value, problems) -> word.decode(value, problems).map(v -> new Value.Text(text.apply(v))));
  }

  private static Decoder<Value> array(Decoder<Value> item) {
    Decoder<ImmutableList<Value>> list = Decoders.list(item);
    return (value, problems) -> list.decode(value, problems).map(Value.Array::new);
  }

  private static Decoder<Value> oneOrMore(Decoder<Value> item) {
    Decoder<Value> several = array(item);
    return (value, problems) ->
        value instanceof Located.Arr
            ? several.decode(value, problems)
            : item.decode(value, problems);
  }

  private static Decoder<Value> object(ImmutableMap<String, Decoder<Value>> parts) {
    return orNull(
        (value, problems) ->
            Fields.of(value, problems)
                .map(
                    fields -> {
                      Value.Obj stated = new Value.Obj(stated(fields, parts));
                      fields.noOthers();
                      return stated;
                    }));
  }

  /** The parts that an object states, in the order of the report. */
  static ImmutableMap<String, Value> stated(
      Fields fields, ImmutableMap<String, Decoder<Value>> parts) {
    ImmutableMap.Builder<String, Value> stated = ImmutableMap.builder();
    parts.forEach((key, part) -> fields.optional(key, part).ifPresent(v -> stated.put(key, v)));
    return stated.buildOrThrow();
  }

  private Optional<Value> system(Located value, Problems problems) {
    if (value instanceof Located.Null) {
      return Optional.of(Value.NULL);
    }
    Optional<String> name = Decoders.TEXT.decode(value, problems);
    Optional<String> known = name.flatMap(names::system);
    if (name.isPresent() && known.isEmpty()) {
      problems.add(
          value.spot(),
          "there is no system `" + name.get() + "`",
          Suggestion.help(name.get(), names.systems()));
    }
    return known.map(Value.Text::new);
  }

  private Optional<Value> address(Located value, Problems problems) {
    return orNull(
            (v, found) -> Decoders.ADDRESS.decode(v, found).map(a -> new Value.Text(a.toString())))
        .decode(value, problems);
  }

  private Optional<Value> instant(Located value, Problems problems) {
    return orNull(
            (v, found) -> moments.moment().decode(v, found).map(i -> new Value.Text(i.toString())))
        .decode(value, problems);
  }

  private static String host(String text) {
    return IpAddress.isLiteral(text)
        ? IpAddress.parse(text).toString()
        : Ascii.toLowerCase(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
  }
}
