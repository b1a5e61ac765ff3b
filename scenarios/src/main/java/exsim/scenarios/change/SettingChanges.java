package exsim.scenarios.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.json.Located;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what two documents do not say alike, as small as it can be said. */
public final class SettingChanges {
  /** What is about the scenario and not about its world. */
  private static final ImmutableSet<String> APART =
      ImmutableSet.of(
          "title",
          "description",
          "story",
          "questions",
          "clock",
          "until",
          "messages",
          "expect",
          "sessions",
          "intents",
          "timeline",
          "$schema");

  private final ImmutableList.Builder<SettingChange> found = ImmutableList.builder();

  private SettingChanges() {}

  /** What differs, in the order of the old document, then what only the new one says. */
  public static ImmutableList<SettingChange> between(Located.Obj before, Located.Obj after) {
    SettingChanges settings = new SettingChanges();
    settings.members(ImmutableList.of(), before, after, APART);
    return settings.found.build();
  }

  private void members(
      ImmutableList<Step> path,
      Located.Obj before,
      Located.Obj after,
      ImmutableSet<String> leftOut) {
    Set<String> names = new LinkedHashSet<>();
    before.members().forEach(m -> names.add(m.name()));
    after.members().forEach(m -> names.add(m.name()));
    names.removeAll(leftOut);
    for (String name : names) {
      values(
          and(path, new Step.Member(name)),
          before.member(name).map(Located.Member::value),
          after.member(name).map(Located.Member::value));
    }
  }

  private void values(ImmutableList<Step> path, Optional<Located> before, Optional<Located> after) {
    if (before.isEmpty() || after.isEmpty()) {
      if (before.isPresent() || after.isPresent()) {
        found.add(new SettingChange(path, before, after));
      }
      return;
    }
    if (before.get() == after.get() || before.get().sameAs(after.get())) {
      return;
    }
    if (before.get() instanceof Located.Obj old && after.get() instanceof Located.Obj now) {
      members(path, old, now, ImmutableSet.of());
      return;
    }
    if (before.get() instanceof Located.Arr old && after.get() instanceof Located.Arr now) {
      Optional<Map<String, Located>> oldItems = named(old, path);
      Optional<Map<String, Located>> nowItems = named(now, path);
      if (oldItems.isPresent() && nowItems.isPresent()) {
        if (sameItems(oldItems.get(), nowItems.get())) {
          found.add(new SettingChange(path, before, after)); // in another order
        } else {
          items(path, oldItems.get(), nowItems.get());
        }
        return;
      }
    }
    found.add(new SettingChange(path, before, after));
  }

  private void items(
      ImmutableList<Step> path, Map<String, Located> before, Map<String, Located> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      values(
          and(path, new Step.Item(name)),
          Optional.ofNullable(before.get(name)),
          Optional.ofNullable(after.get(name)));
    }
  }

  private static boolean sameItems(Map<String, Located> before, Map<String, Located> after) {
    return before.keySet().equals(after.keySet())
        && before.entrySet().stream().allMatch(e -> e.getValue().sameAs(after.get(e.getKey())));
  }

  /**
   * The items by name; empty where they have none, or not one each. Text items count as named in
   * the DNS only: elsewhere they are one value, whose order may matter.
   */
  private static Optional<Map<String, Located>> named(Located.Arr array, ImmutableList<Step> path) {
    boolean records = path.get(0).equals(new Step.Member("dns"));
    Map<String, Located> named = new LinkedHashMap<>();
    for (Located item : array.items()) {
      Optional<String> name =
          item instanceof Located.Text && !records ? Optional.empty() : Step.nameOf(item);
      if (name.isEmpty() || named.put(name.get(), item) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  private static ImmutableList<Step> and(ImmutableList<Step> path, Step step) {
    return ImmutableList.<Step>builder().addAll(path).add(step).build();
  }
}
