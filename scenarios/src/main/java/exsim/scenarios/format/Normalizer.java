package exsim.scenarios.format;

import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.function.Predicate;

/** Writes out in a document what it only points at or leaves to Exchange's setup. */
final class Normalizer {
  private final Imports imports;

  Normalizer(Imports imports) {
    this.imports = imports;
  }

  /**
   * Replaces imports by what they hold, and writes what setup made into servers and tenants.
   *
   * @param fresh the places of the servers that nothing was written into yet
   */
  Located.Obj normalize(Located.Obj document, Predicate<Spot> fresh) {
    return new SetupDefaults(fresh).write(imports.resolve(document));
  }
}
