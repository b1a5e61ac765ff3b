package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.ObjectStore.Place;
import java.util.Optional;

/**
 * The accepted domain that is the default one, of which there is one only.
 *
 * @param store the accepted domains
 * @param at the place that new values get
 */
record DefaultDomain(ObjectStore store, Spot at) {
  /** Whether a domain is the default one, which the only one always is. */
  boolean is(Place place) {
    Optional<Located> stated =
        place.object().memberIgnoringCase("Default").map(Located.Member::value);
    return store.all().size() == 1
        || stated
            .filter(
                v ->
                    v instanceof Located.Bool bool
                        ? bool.value()
                        : v instanceof Located.Text text
                            && Ascii.equalsIgnoreCase(text.text().strip(), "True"))
            .isPresent();
  }

  /** The owner whose default domain is now the one at a place. */
  Located.Obj move(Place place, Located.Obj changed) {
    Located.Obj owner = store.with(place, Optional.of(changed));
    for (Place other : store.all()) {
      if (other.index() != place.index()
          && other.object().memberIgnoringCase("Default").isPresent()) {
        Owner now = store.owner().changed(owner);
        Located.Obj plain =
            Documents.withProperty(other.object(), "Default", new Located.Bool(at, false));
        owner = new ObjectStore(store.noun(), now).with(other, Optional.of(plain));
      }
    }
    return owner;
  }
}
