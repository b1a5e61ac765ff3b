package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Memo;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Picks the Send connector for an external recipient: by elimination, then by rank. */
final class SendSelection {
  /** Beyond this many connectors those that do not cover the domain are counted, not listed. */
  private static final int LISTED_MAX = 24;

  private final Organization organization;
  private final SiteCosts costs;
  private final ImmutableMap<String, ExchangeServer> servers;
  private final ImmutableListMultimap<DomainName, Candidate> byDomain;
  private final ImmutableList<Candidate> forAll;

  /** No connector turns a message of this size down, so that size does not tell choices apart. */
  private final long smallestLimit;

  private final Memo<Question, Selection<Candidate>> known = new Memo<>();

  SendSelection(Organization organization) {
    this.organization = organization;
    this.costs = new SiteCosts(organization);
    ImmutableMap.Builder<String, ExchangeServer> named = ImmutableMap.builder();
    organization.servers().forEach(s -> named.put(lower(s.name()), s));
    this.servers = named.buildKeepingLast();
    ImmutableListMultimap.Builder<DomainName, Candidate> index = ImmutableListMultimap.builder();
    ImmutableList.Builder<Candidate> all = ImmutableList.builder();
    for (SendConnector connector : organization.sendConnectors()) {
      for (AddressSpace space : connector.scope().addressSpaces()) {
        if (space.pattern().isEmpty()) {
          continue;
        }
        DomainPattern pattern = space.pattern().get();
        if (pattern.kind() == DomainPattern.Kind.ALL) {
          all.add(new Candidate(connector, space));
        } else {
          index.put(pattern.domain(), new Candidate(connector, space));
        }
      }
    }
    this.byDomain = index.build();
    this.forAll = all.build();
    this.smallestLimit =
        organization.sendConnectors().stream()
            .mapToLong(c -> c.maxMessageSize().orElse(Long.MAX_VALUE))
            .min()
            .orElse(Long.MAX_VALUE);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * A connector by one of its address spaces.
   *
   * @param connector the connector
   * @param space the address space
   */
  record Candidate(SendConnector connector, AddressSpace space) {}

  /** A candidate with what it is ranked by. */
  private record Ranked(Candidate candidate, int specificity, int cost, int hops) {
    String name() {
      return candidate.connector().name();
    }
  }

  private record Question(String from, DomainName domain) {}

  /** Picks a connector for a domain and size, as seen from a server. */
  Selection<Candidate> select(ExchangeServer from, DomainName domain, long sizeBytes) {
    return sizeBytes <= smallestLimit
        ? known.get(new Question(from.name(), domain), q -> choose(from, q.domain(), sizeBytes))
        : choose(from, domain, sizeBytes);
  }

  private Selection<Candidate> choose(ExchangeServer from, DomainName domain, long sizeBytes) {
    List<Elimination> eliminated = new ArrayList<>();
    List<Ranked> left = new ArrayList<>();
    boolean tooSmall = true;
    List<Candidate> covering = covering(domain);
    listNotCovering(covering, domain, eliminated);
    for (Candidate candidate : covering) {
      Optional<Reason> reason = elimination(candidate.connector(), from, sizeBytes);
      if (reason.isPresent()) {
        tooSmall &= reason.get().rule() == SendSelectionRule.TOO_SMALL;
        eliminated.add(new Elimination(candidate.connector().name(), reason.get()));
      } else {
        left.add(ranked(candidate, from));
      }
    }
    if (left.isEmpty()) {
      Reason none =
          tooSmall && !covering.isEmpty()
              ? Reason.of(SendSelectionRule.ALL_TOO_SMALL, "domain", domain, "size", sizeBytes)
              : Reason.of(SendSelectionRule.NONE, "domain", domain);
      return new Selection<>(Optional.empty(), none, ImmutableList.copyOf(eliminated));
    }
    return best(left, domain, eliminated);
  }

  private List<Candidate> covering(DomainName domain) {
    List<Candidate> covering = new ArrayList<>();
    for (DomainName name = domain; name.labelCount() > 0; name = name.parent()) {
      for (Candidate candidate : byDomain.get(name)) {
        if (candidate.space().covers(domain)) {
          covering.add(candidate);
        }
      }
    }
    covering.addAll(forAll);
    return covering;
  }

  private void listNotCovering(
      List<Candidate> covering, DomainName domain, List<Elimination> eliminated) {
    List<SendConnector> all = organization.sendConnectors();
    Reason because = Reason.of(SendSelectionRule.NO_ADDRESS_SPACE, "domain", domain);
    if (all.size() > LISTED_MAX) {
      long others =
          all.size() - covering.stream().map(c -> c.connector().name()).distinct().count();
      eliminated.add(new Elimination(others + " other connectors", because));
      return;
    }
    for (SendConnector connector : all) {
      if (covering.stream().noneMatch(c -> c.connector().equals(connector))) {
        eliminated.add(new Elimination(connector.name(), because));
      }
    }
  }

  private Optional<Reason> elimination(
      SendConnector connector, ExchangeServer from, long sizeBytes) {
    if (connector.maxMessageSize().isPresent()
        && connector.maxMessageSize().getAsLong() < sizeBytes) {
      return Optional.of(
          Reason.of(
              SendSelectionRule.TOO_SMALL,
              "size",
              sizeBytes,
              "limit",
              connector.maxMessageSize().getAsLong()));
    }
    if (connector.scope().scoped() && distance(connector, from) > 1) {
      return Optional.of(Reason.of(SendSelectionRule.OUT_OF_SCOPE));
    }
    return connector.enabled()
        ? Optional.empty()
        : Optional.of(Reason.of(SendSelectionRule.DISABLED));
  }

  private Ranked ranked(Candidate candidate, ExchangeServer from) {
    int link = SiteCosts.UNREACHABLE;
    for (String name : candidate.connector().scope().sourceServers()) {
      ExchangeServer source = servers.get(lower(name));
      if (source != null) {
        link = Math.min(link, costs.between(SiteCosts.siteOf(from), SiteCosts.siteOf(source)));
      }
    }
    return new Ranked(
        candidate,
        candidate.space().pattern().map(DomainPattern::specificity).orElse(0),
        link + candidate.space().cost(),
        distance(candidate.connector(), from));
  }

  /** 0 for this server, 1 for its site, 2 for another site. */
  private int distance(SendConnector connector, ExchangeServer from) {
    int nearest = 2;
    for (String name : connector.scope().sourceServers()) {
      ExchangeServer source = servers.get(lower(name));
      if (source != null) {
        nearest = Math.min(nearest, distance(from, source));
      }
    }
    return nearest;
  }

  static int distance(ExchangeServer from, ExchangeServer to) {
    if (from.name().equalsIgnoreCase(to.name())) {
      return 0;
    }
    return SiteCosts.siteOf(from).equals(SiteCosts.siteOf(to)) ? 1 : 2;
  }

  /** The documented order of rank. */
  private static final Comparator<Ranked> ORDER =
      Comparator.comparingInt(Ranked::specificity)
          .reversed()
          .thenComparingInt(Ranked::cost)
          .thenComparingInt(Ranked::hops)
          .thenComparing(Ranked::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Ranked::name);

  private static Selection<Candidate> best(
      List<Ranked> left, DomainName domain, List<Elimination> eliminated) {
    left.sort(ORDER);
    Ranked winner = left.get(0);
    for (Ranked loser : left.subList(1, left.size())) {
      eliminated.add(new Elimination(loser.name(), between(winner, loser)));
    }
    Reason because =
        left.size() == 1
            ? Reason.of(
                SendSelectionRule.ONLY_ONE,
                "winner",
                winner.name(),
                "domain",
                domain,
                "space",
                winner.candidate().space())
            : between(winner, left.get(1));
    return new Selection<>(
        Optional.of(winner.candidate()), because, ImmutableList.copyOf(eliminated));
  }

  private static boolean isSuffix(Ranked ranked) {
    return ranked
        .candidate()
        .space()
        .pattern()
        .filter(p -> p.kind() == DomainPattern.Kind.SUBDOMAINS)
        .isPresent();
  }

  /** Why the winner beats a loser: the first rank that tells them apart. */
  private static Reason between(Ranked winner, Ranked loser) {
    if (winner.specificity() != loser.specificity()) {
      boolean suffixes = isSuffix(winner) && isSuffix(loser);
      return Reason.of(
          suffixes ? SendSelectionRule.SHORTER_SUFFIX : SendSelectionRule.LESS_SPECIFIC,
          "winner",
          winner.candidate().space(),
          "loser",
          loser.candidate().space());
    }
    if (winner.cost() != loser.cost()) {
      return Reason.of(
          SendSelectionRule.COSTLIER,
          "winner",
          winner.name(),
          "costs",
          winner.cost() + " < " + loser.cost());
    }
    return winner.hops() != loser.hops()
        ? Reason.of(SendSelectionRule.FARTHER, "winner", winner.name())
        : Reason.of(SendSelectionRule.LATER_NAME, "winner", winner.name());
  }
}
