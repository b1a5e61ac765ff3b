package exsim.scenarios.format;

import com.google.common.base.Ascii;
import exsim.model.InvalidValueException;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.net.PathEffect;
import exsim.model.net.PathRule;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Decodes one entry of {@code network}. */
final class NetworkDecoder {
  private static final String ANY = "any";
  private static final Decoder<PathEffect> EFFECT =
      Decoders.words("an effect", PathEffect.values(), PathEffect::text);

  /** Where Exchange Online's hosts are; they exist whatever the scenario says. */
  private static final String[] ONLINE_SUFFIXES = {
    ".outlook.com", ".office365.com", ".mx.microsoft"
  };

  private final Context context;

  NetworkDecoder(Context context) {
    this.context = context;
  }

  Optional<PathRule> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, problems));
  }

  private Optional<PathRule> decode(Fields fields, Problems problems) {
    PathRule.End from = fields.optional("from", this::end, new PathRule.End.Any());
    PathRule.End to = fields.optional("to", this::end, new PathRule.End.Any());
    Optional<Integer> port = fields.optional("port", Decoders.port());
    Optional<PathEffect> effect = fields.required("effect", EFFECT);
    Optional<PathRule.Period> during = fields.optional("during", this::period);
    fields.noOthers();
    if (fields.raw("from").isEmpty() && fields.raw("to").isEmpty()) {
      problems.add(
          fields.spot(), "neither `from` nor `to` is stated", "write `\"any\"` to mean everybody");
    }
    return effect.map(
        e ->
            new PathRule(
                from, to, port.map(OptionalInt::of).orElse(OptionalInt.empty()), e, during));
  }

  private Optional<PathRule.End> end(Located value, Problems problems) {
    return Decoders.NAME.decode(value, problems).flatMap(text -> end(text, value, problems));
  }

  private Optional<PathRule.End> end(String text, Located value, Problems problems) {
    if (text.equals(ANY)) {
      return Optional.of(new PathRule.End.Any());
    }
    if (IpAddress.isLiteral(text) || text.indexOf('/') >= 0) {
      try {
        return Optional.of(new PathRule.End.Within(IpRange.parse(text)));
      } catch (InvalidValueException e) {
        problems.add(value.spot(), e.getMessage());
        return Optional.empty();
      }
    }
    if (context.names().thing(text).isEmpty() && !isHost(text)) {
      problems.add(
          value.spot(),
          "there is no system, server, device or host `" + text + "`",
          Suggestion.help(text, context.names().things()));
    }
    return Optional.of(new PathRule.End.Named(text));
  }

  private boolean isHost(String name) {
    String lower = Ascii.toLowerCase(name);
    for (String suffix : ONLINE_SUFFIXES) {
      if (lower.endsWith(suffix)) {
        return true;
      }
    }
    return context.names().isHost(lower);
  }

  private Optional<PathRule.Period> period(Located value, Problems problems) {
    return Fields.of(value, problems)
        .flatMap(
            fields -> {
              Decoder<Instant> moment = context.moments().moment();
              Instant from = fields.optional("from", moment, Instant.MIN);
              Instant until = fields.optional("until", moment, Instant.MAX);
              fields.noOthers();
              if (until.isBefore(from)) {
                problems.add(value.spot(), "`until` lies before `from`");
                return Optional.empty();
              }
              return Optional.of(new PathRule.Period(from, until));
            });
  }
}
