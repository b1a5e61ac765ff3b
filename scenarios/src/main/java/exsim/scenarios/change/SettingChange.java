package exsim.scenarios.change;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import java.util.List;
import java.util.Optional;

/**
 * One thing that two documents do not say alike.
 *
 * @param path the way to it from the top of the document
 * @param before what the old document says; empty for nothing
 * @param after what the new document says; empty for nothing
 */
public record SettingChange(
    ImmutableList<Step> path, Optional<Located> before, Optional<Located> after) {

  /** Where it stands, in words: {@code contoso, sendConnectors "Internet", RequireTLS}. */
  public String where() {
    StringBuilder text = new StringBuilder();
    for (Step step : path) {
      if (step instanceof Step.Member member) {
        text.append(text.isEmpty() ? "" : ", ").append(member.name());
      } else if (step instanceof Step.Item item) {
        text.append(" \"").append(item.name()).append('"');
      }
    }
    return text.toString();
  }

  /** The new document without it. */
  Located.Obj undoneIn(Located.Obj document) {
    return (Located.Obj) replaced(document, path, before).orElseThrow();
  }

  private static Optional<Located> replaced(
      Located value, List<Step> path, Optional<Located> replacement) {
    if (path.isEmpty()) {
      return replacement;
    }
    List<Step> rest = path.subList(1, path.size());
    if (path.get(0) instanceof Step.Member step && value instanceof Located.Obj object) {
      return Optional.of(member(object, step.name(), rest, replacement));
    }
    if (path.get(0) instanceof Step.Item step && value instanceof Located.Arr array) {
      return Optional.of(item(array, step.name(), rest, replacement));
    }
    return Optional.of(value); // another change took away what this one is about
  }

  private static Located member(
      Located.Obj object, String name, List<Step> rest, Optional<Located> replacement) {
    Optional<Located> now = object.member(name).map(Located.Member::value);
    if (now.isEmpty() && !rest.isEmpty()) {
      return object;
    }
    Optional<Located> then = rest.isEmpty() ? replacement : replaced(now.get(), rest, replacement);
    return then.map(v -> object.with(name, v)).orElseGet(() -> object.without(name));
  }

  private static Located item(
      Located.Arr array, String name, List<Step> rest, Optional<Located> replacement) {
    ImmutableList.Builder<Located> items = ImmutableList.builder();
    boolean found = false;
    for (Located item : array.items()) {
      if (!found && Step.nameOf(item).filter(name::equals).isPresent()) {
        found = true;
        replaced(item, rest, replacement).ifPresent(items::add);
      } else {
        items.add(item);
      }
    }
    if (!found && rest.isEmpty()) {
      replacement.ifPresent(items::add);
    }
    return new Located.Arr(array.spot(), items.build());
  }
}
