package exsim.simulator.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import exsim.model.net.PathEffect;
import exsim.simulator.delivery.Circumstances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One course that things may take: on each link that a run meets, one of its alternatives.
 *
 * <p>Links are decided as a run meets them, so that what no run meets is never told apart. The
 * courses follow each other as numbers do whose digits are the links in that order; every course
 * with at most a number of incidents is met once.
 */
final class Course implements Circumstances {
  private final Alternatives alternatives;
  private final boolean withInternal;
  private final int incidentsMax;
  private final List<Integer> given;
  private final Map<Link, Integer> met = new LinkedHashMap<>();
  private int incidents;

  /** Whether an alternative was left out because there would be too many incidents. */
  private boolean cut;

  private Course(
      Alternatives alternatives, boolean withInternal, int incidentsMax, List<Integer> given) {
    this.alternatives = alternatives;
    this.withInternal = withInternal;
    this.incidentsMax = incidentsMax;
    this.given = given;
  }

  /** The course on which nothing happens, as far as the first run shows. */
  static Course first(Alternatives alternatives, boolean withInternal, int incidentsMax) {
    return new Course(alternatives, withInternal, incidentsMax, List.of());
  }

  @Override
  public ImmutableSet<PathEffect> on(Link link) {
    if (link.internal() && !withInternal) {
      return ImmutableSet.of();
    }
    ImmutableList<ImmutableSet<Hazard>> here = alternatives.of(link);
    Integer choice = met.get(link);
    if (choice == null) {
      choice = met.size() < given.size() ? given.get(met.size()) : 0;
      met.put(link, choice);
      incidents += here.get(choice).size();
    }
    return here.get(choice).stream().map(Hazard::effect).collect(Sets.toImmutableEnumSet());
  }

  /** The next course, once this one was run; null after the last. */
  Course next() {
    List<Integer> digits = new ArrayList<>(met.values());
    List<Link> links = new ArrayList<>(met.keySet());
    int sum = incidents;
    for (int i = digits.size() - 1; i >= 0; i--) {
      ImmutableList<ImmutableSet<Hazard>> here = alternatives.of(links.get(i));
      sum -= here.get(digits.get(i)).size();
      int further = digits.get(i) + 1;
      if (further < here.size()) {
        if (sum + here.get(further).size() <= incidentsMax) {
          List<Integer> start = new ArrayList<>(digits.subList(0, i));
          start.add(further);
          Course next = new Course(alternatives, withInternal, incidentsMax, start);
          next.cut = cut;
          return next;
        }
        cut = true;
      }
    }
    return null;
  }

  /** Whether courses with more incidents were left out. */
  boolean isCut() {
    return cut;
  }

  /** What happens on this course. */
  ImmutableList<Incident> incidents() {
    ImmutableList.Builder<Incident> all = ImmutableList.builder();
    met.forEach(
        (link, choice) ->
            alternatives
                .of(link)
                .get(choice)
                .forEach(hazard -> all.add(new Incident(hazard, link))));
    return all.build();
  }
}
