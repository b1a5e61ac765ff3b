package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.onprem.SiteLink;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decodes what an organization says about Active Directory sites.
 *
 * @param known the sites that have a server, by the spelling that comes first
 */
record SiteDecoder(ImmutableSet<String> known) {
  private static final int COST_MAX = 99999;

  Optional<SiteLink> link(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> link(fields, problems));
  }

  private Optional<SiteLink> link(Fields fields, Problems problems) {
    int stated = fields.items("sites");
    Optional<ImmutableList<String>> sites = fields.required("sites", Decoders.list(this::site));
    int cost =
        fields
            .optional("cost", Decoders.whole(1, COST_MAX), (long) SiteLink.COST_DEFAULT)
            .intValue();
    Optional<Long> exchangeCost = fields.optional("exchangeCost", Decoders.whole(1, COST_MAX));
    fields.noOthers();
    try {
      return sites
          .filter(s -> s.size() == stated)
          .map(
              s ->
                  new SiteLink(
                      s,
                      cost,
                      exchangeCost
                          .map(c -> OptionalInt.of(c.intValue()))
                          .orElse(OptionalInt.empty())));
    } catch (InvalidValueException e) {
      problems.add(fields.spotOf("sites"), e.getMessage());
      return Optional.empty();
    }
  }

  /** A site that has a server. */
  Optional<String> site(Located value, Problems problems) {
    Optional<String> name = Decoders.NAME.decode(value, problems);
    Optional<String> canonical =
        name.flatMap(n -> known.stream().filter(k -> Ascii.equalsIgnoreCase(k, n)).findFirst());
    if (name.isPresent() && canonical.isEmpty()) {
      problems.add(
          value.spot(),
          "no server is in the site `" + name.get() + "`",
          Suggestion.help(name.get(), known));
    }
    return canonical;
  }
}
