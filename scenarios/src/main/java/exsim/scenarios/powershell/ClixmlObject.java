package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object of an export while it is read.
 *
 * <p>What Exchange prints for it is its {@code ToString}: an address space, a size, a flag. Only
 * the exported objects themselves, and objects without such a text, are made of their members.
 */
final class ClixmlObject {
  private final Spot spot;
  private final Map<String, Located.Member> members = new LinkedHashMap<>();
  private final ImmutableList.Builder<Located> items = ImmutableList.builder();
  private Optional<String> text = Optional.empty();
  private Optional<Located> scalar = Optional.empty();
  private boolean list;
  private long weight = 1;

  ClixmlObject(Spot spot) {
    this.spot = spot;
  }

  void toStringIs(String value) {
    text = Optional.of(value);
  }

  void scalarIs(Located value) {
    scalar = Optional.of(value);
  }

  void isList() {
    list = true;
  }

  void item(Located value, long itemWeight) {
    items.add(value);
    weight += itemWeight;
  }

  /** The first of two members wins whose names differ in case alone. */
  void add(Located.Member member, long memberWeight) {
    members.putIfAbsent(Ascii.toLowerCase(member.name()), member);
    weight += memberWeight;
  }

  long weight() {
    return weight;
  }

  Located value(boolean exported) {
    if (list) {
      return new Located.Arr(spot, items.build());
    }
    Located.Obj whole = new Located.Obj(spot, ImmutableList.copyOf(members.values()));
    if (exported && !members.isEmpty()) {
      return whole;
    }
    if (text.filter(t -> members.isEmpty() || !isTypeName(t)).isPresent()) {
      weight = 1;
      return new Located.Text(spot, text.get());
    }
    return scalar.orElse(members.isEmpty() ? new Located.Null(spot) : whole);
  }

  private static boolean isTypeName(String text) {
    return text.startsWith("Microsoft.Exchange.") || text.startsWith("System.");
  }
}
