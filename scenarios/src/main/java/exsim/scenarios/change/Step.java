package exsim.scenarios.change;

import exsim.scenarios.json.Located;
import java.util.Optional;

/** One step on the way to a value of a document. */
sealed interface Step {
  /** Members by which the items of an array tell themselves apart, the first that there is. */
  String[] NAMES = {
    "name", "Name", "Identity", "id", "DomainName", "fqdn", "Thumbprint", "address", "at"
  };

  /**
   * To the member of an object.
   *
   * @param name its name
   */
  record Member(String name) implements Step {}

  /**
   * To the item of an array.
   *
   * @param name what it calls itself
   */
  record Item(String name) implements Step {}

  /** What an item calls itself; empty where it has no name. */
  static Optional<String> nameOf(Located item) {
    if (item instanceof Located.Text text) {
      return Optional.of(text.text());
    }
    if (item instanceof Located.Obj object) {
      for (String name : NAMES) {
        Optional<Located> value = object.member(name).map(Located.Member::value);
        if (value.isPresent() && value.get() instanceof Located.Text text) {
          return Optional.of(text.text());
        }
      }
    }
    return Optional.empty();
  }
}
