package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import exsim.scenarios.change.ScenarioDifference;
import exsim.scenarios.change.SettingChange;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.Located;
import exsim.simulator.delivery.Hop;
import exsim.simulator.difference.Change;
import exsim.simulator.difference.Exposure;
import exsim.simulator.difference.HopDifference;
import exsim.simulator.difference.JourneyDifference;
import exsim.simulator.difference.Trend;
import exsim.simulator.question.Value;
import exsim.simulator.rule.Reason;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** A difference for programs: {@code exsim-diff/1}. */
final class DiffValues {
  private DiffValues() {}

  static Value.Obj of(ScenarioDifference difference) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("format", text("exsim-diff/1"));
    members.put("before", text(difference.before()));
    members.put("after", text(difference.after()));
    members.put("compared", new Value.Int(difference.compared()));
    members.put("differing", new Value.Int(difference.journeys().size()));
    for (Trend trend : Trend.values()) {
      members.put(trend.text(), new Value.Int(difference.count(trend)));
    }
    members.put("settings", array(difference.settings(), DiffValues::setting));
    members.put("journeys", array(difference.journeys(), DiffValues::journey));
    return new Value.Obj(members.buildOrThrow());
  }

  private static Value setting(SettingChange setting) {
    return new Value.Obj(
        ImmutableMap.of(
            "setting", text(setting.where()),
            "before", located(setting.before()),
            "after", located(setting.after())));
  }

  private static Value journey(ScenarioDifference.Journey journey) {
    JourneyDifference difference = journey.difference();
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("message", text(difference.message().id()));
    members.put("origin", text(difference.message().origin()));
    members.put(
        "sender", text(difference.message().sender().map(EmailAddress::toString).orElse("")));
    members.put("recipient", text(difference.recipient().toString()));
    members.put("sizeBytes", new Value.Int(difference.message().sizeBytes()));
    members.put("trend", text(difference.trend().text()));
    members.put("changes", array(difference.changes(), DiffValues::change));
    members.put("hops", array(difference.hops(), DiffValues::hop));
    members.put("rulesBefore", array(difference.rulesBefore(), DiffValues::reason));
    members.put("rulesAfter", array(difference.rulesAfter(), DiffValues::reason));
    members.put("settings", array(journey.settings(), s -> text(s.where())));
    return new Value.Obj(members.buildOrThrow());
  }

  private static Value hop(HopDifference hop) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("kind", text(hop.kind().text()));
    members.put("from", text(hop.hop().from().system()));
    members.put("to", hop.hop().to().system().map(DiffValues::text).orElse(Value.NULL));
    members.put("host", text(hop.hop().to().host()));
    members.put("port", new Value.Int(hop.hop().to().port()));
    members.put("trend", text(hop.trend().text()));
    members.put("readByBefore", exposure(hop.before()));
    members.put("readByAfter", exposure(hop.after()));
    members.put("changes", array(hop.changes(), DiffValues::change));
    members.put("rulesBefore", array(hop.rulesBefore(), DiffValues::reason));
    members.put("rulesAfter", array(hop.rulesAfter(), DiffValues::reason));
    return new Value.Obj(members.buildOrThrow());
  }

  private static Value exposure(Optional<Hop> hop) {
    return hop.map(h -> text(Exposure.of(h).text())).orElse(Value.NULL);
  }

  private static Value change(Change change) {
    return new Value.Obj(
        ImmutableMap.of(
            "fact", text(change.fact()),
            "before", text(change.before()),
            "after", text(change.after())));
  }

  private static Value reason(Reason reason) {
    return new Value.Obj(
        ImmutableMap.of("rule", text(reason.rule().id()), "text", text(reason.text())));
  }

  private static Value located(Optional<Located> value) {
    return value.map(v -> text(JsonPrinter.line(v))).orElse(Value.NULL);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static <T> Value array(Collection<T> items, Function<T, Value> of) {
    return new Value.Array(items.stream().map(of).collect(ImmutableList.toImmutableList()));
  }
}
