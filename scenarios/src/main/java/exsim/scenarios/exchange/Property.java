package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableSortedMap;
import exsim.model.onprem.ExchangeVersion;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Map;
import java.util.Optional;

/**
 * A property of an Exchange object.
 *
 * @param name as Exchange spells it
 * @param type what its value is
 * @param defaults what it is when left out
 * @param where which versions have it
 * @param use how it is set, and whether it has a bearing on mail flow
 * @param <T> the meaning of its value
 */
public record Property<T>(String name, ValueType<T> type, Defaults defaults, Where where, Use use) {

  /**
   * What a property is when left out.
   *
   * @param value the value as Exchange prints it; empty where there is none
   * @param until other values, by the last version that has them
   * @param onEdge another value on an Edge Transport server of any version
   */
  public record Defaults(
      Optional<String> value,
      ImmutableSortedMap<ExchangeVersion, String> until,
      Optional<String> onEdge) {
    static final Defaults NONE = always(Optional.empty());

    static Defaults always(Optional<String> value) {
      return new Defaults(value, ImmutableSortedMap.of(), Optional.empty());
    }

    /** The value of a version, on an Edge Transport server or elsewhere. */
    public Optional<String> in(ExchangeVersion version, boolean edge) {
      if (edge && onEdge.isPresent()) {
        return onEdge;
      }
      Map.Entry<ExchangeVersion, String> older = until.ceilingEntry(version);
      return older == null ? value : Optional.of(older.getValue());
    }
  }

  /**
   * Which versions have a property.
   *
   * @param first the first version
   * @param last the last version
   * @param online whether Exchange Online has it too, where it has the object
   */
  public record Where(ExchangeVersion first, ExchangeVersion last, boolean online) {
    static final Where EVERYWHERE = new Where(ExchangeVersion.E2010, ExchangeVersion.SE, true);

    /** Whether a version has it. */
    public boolean includes(ExchangeVersion version) {
      return version.atLeast(first) && last.atLeast(version);
    }
  }

  /**
   * How a property is set.
   *
   * @param withNew whether {@code New-} has a parameter for it
   * @param withSet whether {@code Set-} has a parameter for it
   * @param parameter the parameter's name
   * @param effect whether it has a bearing on mail flow here
   */
  public record Use(boolean withNew, boolean withSet, String parameter, boolean effect) {}

  /** A property of every version that {@code New-} and {@code Set-} know. */
  static <T> Property<T> of(String name, ValueType<T> type) {
    return new Property<>(
        name, type, Defaults.NONE, Where.EVERYWHERE, new Use(true, true, name, true));
  }

  /** The same with a default. */
  Property<T> byDefault(String value) {
    return new Property<>(name, type, Defaults.always(Optional.of(value)), where, use);
  }

  /** The same with another default up to a version. */
  Property<T> until(ExchangeVersion last, String value) {
    ImmutableSortedMap<ExchangeVersion, String> until =
        ImmutableSortedMap.<ExchangeVersion, String>naturalOrder()
            .putAll(defaults.until())
            .put(last, value)
            .build();
    return new Property<>(
        name, type, new Defaults(defaults.value(), until, defaults.onEdge()), where, use);
  }

  /** The same with another default on an Edge Transport server. */
  Property<T> onEdge(String value) {
    Defaults changed = new Defaults(defaults.value(), defaults.until(), Optional.of(value));
    return new Property<>(name, type, changed, where, use);
  }

  /** The same, from a version on. */
  Property<T> since(ExchangeVersion first) {
    return new Property<>(name, type, defaults, new Where(first, where.last(), true), use);
  }

  /** The same, in Exchange 2010 only. */
  Property<T> only2010() {
    Where in2010 = new Where(ExchangeVersion.E2010, ExchangeVersion.E2010, false);
    return new Property<>(name, type, defaults, in2010, use);
  }

  /** The same, printed only. */
  Property<T> printedOnly() {
    return new Property<>(name, type, defaults, where, new Use(false, false, name, use.effect()));
  }

  /** The same, known to {@code New-} alone. */
  Property<T> newOnly() {
    return new Property<>(name, type, defaults, where, new Use(true, false, name, use.effect()));
  }

  /** The same, known to {@code Set-} alone. */
  Property<T> setOnly() {
    return new Property<>(
        name, type, defaults, where, new Use(false, true, use.parameter(), use.effect()));
  }

  /** The same, without a bearing on mail flow. */
  Property<T> withoutEffect() {
    Use kept = new Use(use.withNew(), use.withSet(), use.parameter(), false);
    return new Property<>(name, type, defaults, where, kept);
  }

  /** The same, with a parameter of another name. */
  Property<T> asParameter(String parameter) {
    Use named = new Use(use.withNew(), use.withSet(), parameter, use.effect());
    return new Property<>(name, type, defaults, where, named);
  }

  /** The default among an organization's servers, of which the newest counts. */
  public Optional<T> defaultFor(OrganizationFacts facts) {
    return defaults.in(facts.newest(), facts.edgeOnly()).map(type::readDefault);
  }

  /** What the shell shows for the property of an object that does not state it. */
  public Shown showDefault(OrganizationFacts facts) {
    return defaults
        .in(facts.newest(), facts.edgeOnly())
        .map(text -> type.show(new Located.Text(Spot.ofFile(""), text)))
        .orElseGet(type::nothing);
  }

  @Override
  public String toString() {
    return name;
  }
}
