package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks things up in a scenario document, and changes them; wrong kinds count as missing. */
final class Documents {
  private Documents() {}

  static Optional<String> text(Located.Obj object, String name) {
    return object
        .memberIgnoringCase(name)
        .map(Located.Member::value)
        .filter(Located.Text.class::isInstance)
        .map(value -> ((Located.Text) value).text().strip())
        .filter(text -> !text.isEmpty());
  }

  static ImmutableList<Located> items(Located.Obj object, String name) {
    return object
        .member(name)
        .map(Located.Member::value)
        .filter(Located.Arr.class::isInstance)
        .map(v -> ((Located.Arr) v).items())
        .orElse(ImmutableList.of());
  }

  static ImmutableList<Located.Obj> objects(Located.Obj object, String name) {
    return items(object, name).stream()
        .filter(Located.Obj.class::isInstance)
        .map(Located.Obj.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  static Optional<Located.Obj> object(Located.Obj holder, String name) {
    return holder
        .member(name)
        .map(Located.Member::value)
        .filter(Located.Obj.class::isInstance)
        .map(Located.Obj.class::cast);
  }

  static ImmutableList<Located> replaced(ImmutableList<Located> items, int index, Located item) {
    List<Located> changed = new ArrayList<>(items);
    changed.set(index, item);
    return ImmutableList.copyOf(changed);
  }

  static ImmutableList<Located> without(ImmutableList<Located> items, int index) {
    List<Located> changed = new ArrayList<>(items);
    changed.remove(index);
    return ImmutableList.copyOf(changed);
  }

  static ImmutableList<Located> plus(ImmutableList<Located> items, Located item) {
    return ImmutableList.<Located>builder().addAll(items).add(item).build();
  }

  static Located.Obj withItems(Located.Obj holder, String name, ImmutableList<Located> items) {
    Located old = holder.member(name).map(Located.Member::value).orElse(holder);
    return holder.with(name, new Located.Arr(old.spot(), items));
  }

  /** The object with a property set whose name may be written in another case. */
  static Located.Obj withProperty(Located.Obj object, String name, Located value) {
    String written = object.memberIgnoringCase(name).map(Located.Member::name).orElse(name);
    return object.with(written, value);
  }
}
