package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One object's properties with their meanings; every fault is reported once, at its place. */
final class Fields {
  private final ObjectKind kind;
  private final Located.Obj object;
  private final OrganizationFacts facts;
  private final Findings findings;
  private final Map<String, Optional<Object>> read = new HashMap<>();
  private final Set<String> faulty = new HashSet<>();
  private boolean touchedFaulty;

  private Fields(ObjectKind kind, Located.Obj object, OrganizationFacts facts, Findings findings) {
    this.kind = kind;
    this.object = object;
    this.facts = facts;
    this.findings = findings;
  }

  /** Reads an object's names, and the values of the properties that have no bearing. */
  static Fields of(
      ObjectKind kind, Located.Obj object, OrganizationFacts facts, Findings findings) {
    Fields fields = new Fields(kind, object, facts, findings);
    Set<String> seen = new HashSet<>();
    for (Located.Member member : object.members()) {
      if (!seen.add(Ascii.toLowerCase(member.name()))) {
        fields.report(member.nameSpot(), "`" + member.name() + "` is given twice", "remove one");
      }
      fields.checkName(member);
    }
    return fields;
  }

  private void checkName(Located.Member member) {
    Optional<Property<?>> found = kind.properties().find(member.name());
    boolean strict = member.nameSpot().file().equals(findings.strictFile());
    if (found.isEmpty()) {
      unknown(member, strict);
      return;
    }
    Property<?> property = found.get();
    boolean exists =
        facts.servers().isEmpty()
            || facts.servers().stream().anyMatch(s -> property.where().includes(s.version()));
    if (!exists && strict) {
      report(
          member.nameSpot(),
          PropertyRefusal.VERSION.id()
              + " Exchange "
              + facts.newest().text()
              + " has no "
              + property
              + " on "
              + kind.noun(),
          PropertyRefusal.VERSION.help());
    }
    if (!property.use().effect() && strict) {
      valueOf(property, member.value());
    }
  }

  private void unknown(Located.Member member, boolean strict) {
    String what = kind.noun() + " has no property `" + member.name() + "`";
    if (strict) {
      String help = NearName.question(member.name(), kind.properties().names());
      report(member.nameSpot(), what, help.isEmpty() ? "remove it" : help);
    } else {
      findings.warnings().add(member.nameSpot(), what, "it is kept and has no effect");
    }
  }

  OrganizationFacts facts() {
    return facts;
  }

  /** The value that the object states; empty where it states none, or a faulty one. */
  <T> Optional<T> given(Property<T> property) {
    Optional<Object> cached = read.get(property.name());
    if (cached == null) {
      Optional<Located.Member> member = object.memberIgnoringCase(property.name());
      cached = member.flatMap(m -> valueOf(property, m.value())).map(v -> (Object) v);
      read.put(property.name(), cached);
    }
    touchedFaulty |= faulty.contains(property.name());
    @SuppressWarnings("unchecked") // only this property's own reader puts a value under its name
    Optional<T> value = (Optional<T>) cached;
    return value;
  }

  /** The value stated, or else the default; empty where there is no default either. */
  <T> Optional<T> find(Property<T> property) {
    Optional<T> given = given(property);
    return given.isPresent() ? given : property.defaultFor(facts);
  }

  /** The value stated, or else the default, which the property must have. */
  <T> T get(Property<T> property) {
    return find(property)
        .orElseThrow(() -> new IllegalStateException(property + " has no default"));
  }

  /** The name, which every object has. */
  Optional<String> name(Property<String> property) {
    Optional<String> name = given(property);
    if (name.isEmpty() && !faulty.contains(property.name())) {
      faulty.add(property.name());
      report(object.spot(), kind.noun() + " needs " + property, "add it");
    }
    return name;
  }

  private <T> Optional<T> valueOf(Property<T> property, Located value) {
    return property
        .type()
        .read(
            value,
            (spot, what) -> {
              faulty.add(property.name());
              report(
                  spot,
                  PropertyRefusal.VALUE.id() + " " + property + ": " + what,
                  "expected: " + property.type().words());
            });
  }

  /** Where a property stands; the whole object where it is left out. */
  Spot spotOf(String property) {
    return object.memberIgnoringCase(property).map(m -> m.value().spot()).orElse(object.spot());
  }

  /** Reports a fault of the object as a whole, or of one property. */
  void report(Spot spot, String what, String help) {
    faulty.add("");
    findings.problems().add(spot, what, help);
  }

  /**
   * Reports every combination that holds, unless it rests on a value that is faulty anyway.
   *
   * @return whether nothing was reported about this object so far
   */
  boolean passes(ImmutableList<? extends ConfigurationRule> refusals) {
    for (ConfigurationRule rule : refusals) {
      if (holds(rule)) {
        report(
            spotOf(rule.combination().property()), rule.id() + " " + rule.sentence(), rule.help());
      }
    }
    return faulty.isEmpty();
  }

  /** Notes every combination that holds and that Exchange accepts all the same. */
  void warn(ImmutableList<? extends ConfigurationRule> cautions) {
    for (ConfigurationRule rule : cautions) {
      if (holds(rule)) {
        findings
            .warnings()
            .add(
                spotOf(rule.combination().property()),
                rule.id() + " " + rule.sentence(),
                rule.help());
      }
    }
  }

  private boolean holds(ConfigurationRule rule) {
    touchedFaulty = false;
    return rule.combination().check().holds(this) && !touchedFaulty;
  }
}
