package exsim.simulator.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import exsim.simulator.delivery.Circumstances.Link;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What each link may meet: the sets of hazards, nothing first, then the fewest first. */
final class Alternatives {
  private final ImmutableSet<HazardAt> possible;
  private final Map<Link, ImmutableList<ImmutableSet<Hazard>>> known = new LinkedHashMap<>();
  private final Set<HazardAt> met = new LinkedHashSet<>();

  Alternatives(ImmutableSet<HazardAt> possible) {
    this.possible = possible;
  }

  /** Those of a link. */
  ImmutableList<ImmutableSet<Hazard>> of(Link link) {
    return known.computeIfAbsent(link, this::found);
  }

  private ImmutableList<ImmutableSet<Hazard>> found(Link link) {
    ImmutableSet.Builder<Hazard> here = ImmutableSet.builder();
    for (HazardAt hazard : possible) {
      if (hazard.on(link)) {
        met.add(hazard);
        here.add(hazard.hazard());
      }
    }
    return Hazard.alternatives(here.build());
  }

  /** The hazards at hosts to which no link was met. */
  ImmutableSet<HazardAt> unmet() {
    return Sets.difference(possible, met).stream()
        .filter(h -> h.host().isPresent())
        .collect(ImmutableSet.toImmutableSet());
  }
}
