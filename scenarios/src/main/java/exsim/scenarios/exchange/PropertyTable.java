package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All properties of one kind of object.
 *
 * <p>Those with a bearing on mail flow are constants in the code. The others stand in a resource,
 * which is read when somebody first asks for a name that is not among the constants: most scenarios
 * never do.
 */
public final class PropertyTable {
  private final String resource;
  private final ImmutableMap<String, Property<?>> effective;
  private volatile Optional<ImmutableMap<String, Property<?>>> others = Optional.empty();

  private PropertyTable(String resource, ImmutableMap<String, Property<?>> effective) {
    this.resource = resource;
    this.effective = effective;
  }

  static PropertyTable of(String resource, Property<?>... effective) {
    return new PropertyTable(resource, byName(ImmutableList.copyOf(effective)));
  }

  private static ImmutableMap<String, Property<?>> byName(ImmutableList<Property<?>> properties) {
    Map<String, Property<?>> byName = new LinkedHashMap<>();
    for (Property<?> property : properties) {
      byName.put(Ascii.toLowerCase(property.name()), property);
    }
    return ImmutableMap.copyOf(byName);
  }

  /** The property of a name; case does not matter. */
  public Optional<Property<?>> find(String name) {
    String key = Ascii.toLowerCase(name);
    Property<?> found = effective.get(key);
    return Optional.ofNullable(found != null ? found : others().get(key));
  }

  /** The properties with a bearing on mail flow. */
  public ImmutableList<Property<?>> effective() {
    return effective.values().stream()
        .filter(property -> property.use().effect())
        .collect(ImmutableList.toImmutableList());
  }

  /** Every property, those with a bearing on mail flow first. */
  public ImmutableList<Property<?>> all() {
    return ImmutableList.<Property<?>>builder()
        .addAll(effective.values())
        .addAll(others().values())
        .build();
  }

  /** The names of every property. */
  public Iterable<String> names() {
    return Iterables.transform(all(), Property::name);
  }

  private ImmutableMap<String, Property<?>> others() {
    if (others.isEmpty()) {
      ImmutableList.Builder<Property<?>> read = ImmutableList.builder();
      read.addAll(PropertyResource.read(resource));
      read.addAll(PropertyResource.read("Plumbing"));
      others = Optional.of(byName(read.build()));
    }
    return others.orElseThrow();
  }
}
