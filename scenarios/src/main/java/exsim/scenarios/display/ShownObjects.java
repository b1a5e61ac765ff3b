package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeVersion;
import exsim.scenarios.display.View.Entry;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.Property;
import exsim.scenarios.exchange.Shown;
import exsim.scenarios.exchange.ValueTypes;
import exsim.scenarios.json.Located;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes objects of one kind as the shell has them, with every property of their version. */
final class ShownObjects {
  private final ImmutableMap<String, Property<?>> properties;
  private final ImmutableList<Entry> order;

  ShownObjects(ObjectKind kind, View view) {
    Map<String, Property<?>> byName = new LinkedHashMap<>();
    for (Property<?> property : kind.properties().all()) {
      byName.put(Ascii.toLowerCase(property.name()), property);
    }
    this.properties = ImmutableMap.copyOf(byName);
    this.order = order(view);
  }

  /** The order of the view, in which every property has a place. */
  private ImmutableList<Entry> order(View view) {
    Map<String, Property<?>> others = new LinkedHashMap<>(properties);
    view.properties().forEach(entry -> others.remove(Ascii.toLowerCase(entry.name())));
    ImmutableList.Builder<Entry> all = ImmutableList.builder();
    for (Entry entry : view.properties()) {
      if (entry.name().equals(View.OTHERS)) {
        others.values().stream()
            .sorted(Comparator.comparing(p -> Ascii.toLowerCase(p.name())))
            .forEach(p -> all.add(new Entry(p.name(), Optional.empty(), entry.onlyStated())));
      } else {
        all.add(entry);
      }
    }
    return all.build();
  }

  /** The properties that an object of a version may have. */
  ImmutableList<String> names(ExchangeVersion version) {
    return order.stream()
        .map(Entry::name)
        .filter(name -> has(version, name))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean has(ExchangeVersion version, String name) {
    Property<?> property = properties.get(Ascii.toLowerCase(name));
    return property == null || property.where().includes(version);
  }

  /**
   * Makes an object.
   *
   * @param object what the scenario states, and what Exchange fills in
   * @param facts the server or the servers, whose version has the properties and the defaults
   */
  ShownObject of(Located.Obj object, OrganizationFacts facts) {
    ImmutableMap.Builder<String, Shown> values = ImmutableMap.builder();
    for (Entry entry : order) {
      value(entry, object, facts).ifPresent(value -> values.put(entry.name(), value));
    }
    for (Located.Member member : object.members()) {
      if (order.stream().noneMatch(e -> Ascii.equalsIgnoreCase(e.name(), member.name()))) {
        values.put(member.name(), ValueTypes.ANYTHING.show(member.value()));
      }
    }
    return new ShownObject(values.buildKeepingLast());
  }

  /** Empty where the version does not have the property. */
  private Optional<Shown> value(Entry entry, Located.Obj object, OrganizationFacts facts) {
    Optional<Property<?>> property =
        Optional.ofNullable(properties.get(Ascii.toLowerCase(entry.name())));
    Optional<Located> stated = object.memberIgnoringCase(entry.name()).map(m -> m.value());
    if (stated.isPresent()) {
      return Optional.of(
          property.isPresent()
              ? property.get().type().show(stated.get())
              : ValueTypes.ANYTHING.show(stated.get()));
    }
    boolean usual = property.filter(p -> p.defaultFor(facts).isPresent()).isPresent();
    if ((entry.onlyStated() && !usual) || !has(facts.newest(), entry.name())) {
      return Optional.empty();
    }
    if (entry.constant().isPresent()) {
      return Optional.of(new Shown.Text(entry.constant().get()));
    }
    return Optional.of(property.map(p -> p.showDefault(facts)).orElse(Shown.NOTHING));
  }
}
