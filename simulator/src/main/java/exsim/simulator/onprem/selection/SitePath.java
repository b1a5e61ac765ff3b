package exsim.simulator.onprem.selection;

import com.google.common.base.Joiner;
import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.Comparator;

/**
 * A way from one Active Directory site to another.
 *
 * @param cost the sum of the costs of its links
 * @param sites the sites on it, both ends among them
 * @param tie what told it from another way of the same cost
 */
public record SitePath(int cost, ImmutableList<String> sites, Tie tie) {
  /** The documented order: cost, hops, then the names of the sites from the destination back. */
  public static final Comparator<SitePath> ORDER =
      Comparator.comparingInt(SitePath::cost)
          .thenComparingInt(p -> p.sites().size())
          .thenComparing(
              p -> Lists.reverse(p.sites()),
              Comparators.lexicographical(
                  String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder())));

  /** What tells two ways of the same cost apart. */
  public enum Tie {
    /** There is no other. */
    NONE(""),
    /** The number of hops. */
    HOPS("it has the fewest hops"),
    /** The name of a site. */
    NAME("the site nearest the destination in which they differ comes first by name");

    private final String text;

    Tie(String text) {
      this.text = text;
    }

    /** The tie in words. */
    public String text() {
      return text;
    }
  }

  /** The way that leads nowhere else. */
  static SitePath at(String site) {
    return new SitePath(0, ImmutableList.of(site), Tie.NONE);
  }

  /** The way on to one more site. */
  SitePath on(String site, int linkCost) {
    return new SitePath(
        cost + linkCost, ImmutableList.<String>builder().addAll(sites).add(site).build(), tie);
  }

  /** The better of two ways, which remembers what made it so. */
  SitePath orBetter(SitePath other) {
    if (sites.equals(other.sites)) {
      return cost != other.cost ? (cost < other.cost ? this : other) : withTie(other.tie);
    }
    SitePath better = ORDER.compare(this, other) <= 0 ? this : other;
    if (cost != other.cost) {
      return better;
    }
    return better.withTie(sites.size() == other.sites.size() ? Tie.NAME : Tie.HOPS);
  }

  /** A tie by name is the closer one, so it stays. */
  private SitePath withTie(Tie also) {
    return also.compareTo(tie) > 0 ? new SitePath(cost, sites, also) : this;
  }

  /** The site where it ends. */
  public String destination() {
    return sites.get(sites.size() - 1);
  }

  /** The sites between the start and a site on the way, the one nearest to it first. */
  public ImmutableList<String> before(String site) {
    return ImmutableList.copyOf(Lists.reverse(sites.subList(1, sites.indexOf(site))));
  }

  @Override
  public String toString() {
    return Joiner.on(" - ").join(sites);
  }
}
