package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;

/** A JSON object while it is made; what is empty stays out. */
final class JsonObject {
  private static final Spot NOWHERE = Spot.ofFile("");

  private Located.Obj object = new Located.Obj(NOWHERE, ImmutableList.of());

  static Located.Text text(String value) {
    return new Located.Text(NOWHERE, value);
  }

  JsonObject text(String name, String value) {
    return value.isEmpty() ? this : with(name, text(value));
  }

  JsonObject with(String name, Located value) {
    object = object.with(name, value);
    return this;
  }

  JsonObject list(String name, ImmutableList<? extends Located> items) {
    return items.isEmpty()
        ? this
        : with(name, new Located.Arr(NOWHERE, ImmutableList.copyOf(items)));
  }

  JsonObject append(String name, Located item) {
    return list(name, Documents.plus(Documents.items(object, name), item));
  }

  Located.Obj build() {
    return object;
  }
}
