package exsim.simulator.onprem.selection;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Picks the Send connector for an external recipient: by elimination, then by rank. */
public final class SendSelection {
  /** Beyond this many connectors those that do not cover the domain are counted, not listed. */
  private static final int LISTED_MAX = 24;

  private final Organization organization;
  private final SiteCosts costs;
  private final boolean caseCounts;
  private final ImmutableMap<String, ExchangeServer> servers;
  private final ImmutableListMultimap<DomainName, Candidate> byDomain;
  private final ImmutableList<Candidate> forAll;

  /** No connector turns a message of this size down, so that size does not tell choices apart. */
  private final long smallestLimit;

  private final Memo<Question, Selection<Candidate>> known = new Memo<>();

  /** Selects with names compared without case. */
  public SendSelection(Organization organization) {
    this(organization, new SiteCosts(organization), false);
  }

  /**
   * Selects.
   *
   * @param caseCounts whether capitals come before small letters in the order of names
   */
  public SendSelection(Organization organization, SiteCosts costs, boolean caseCounts) {
    this.organization = organization;
    this.costs = costs;
    this.caseCounts = caseCounts;
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
  public record Candidate(SendConnector connector, AddressSpace space) {
    int specificity() {
      return space.pattern().map(DomainPattern::specificity).orElse(0);
    }
  }

  private record Question(String from, DomainName domain) {}

  /** Picks a connector for a domain and size, as seen from a server. */
  public Selection<Candidate> select(ExchangeServer from, DomainName domain, long sizeBytes) {
    return sizeBytes <= smallestLimit
        ? known.get(new Question(from.name(), domain), q -> choose(from, q.domain(), sizeBytes))
        : choose(from, domain, sizeBytes);
  }

  private Selection<Candidate> choose(ExchangeServer from, DomainName domain, long sizeBytes) {
    List<Elimination> eliminated = new ArrayList<>();
    List<RankedConnector> left = new ArrayList<>();
    boolean tooSmall = false;
    List<Candidate> covering = covering(domain);
    listNotCovering(covering, domain, eliminated);
    for (Candidate candidate : covering) {
      Optional<Reason> reason = elimination(candidate.connector(), from, sizeBytes);
      if (reason.isPresent()) {
        tooSmall |=
            reason.get().rule() == SendSelectionRule.TOO_SMALL
                && unavailable(candidate.connector(), from).isEmpty();
        eliminated.add(new Elimination(candidate.connector().name(), reason.get()));
      } else {
        left.add(ranked(candidate, from));
      }
    }
    if (left.isEmpty()) {
      Reason none =
          tooSmall
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
    return bestOfEach(covering);
  }

  /** A connector with several address spaces stands for the one that serves it best. */
  private static List<Candidate> bestOfEach(List<Candidate> covering) {
    Map<SendConnector, Candidate> best = new LinkedHashMap<>();
    for (Candidate candidate : covering) {
      best.merge(candidate.connector(), candidate, SendSelection::moreFitting);
    }
    return ImmutableList.copyOf(best.values());
  }

  private static Candidate moreFitting(Candidate a, Candidate b) {
    int bySpecificity = Integer.compare(b.specificity(), a.specificity());
    return (bySpecificity != 0 ? bySpecificity : a.space().cost() - b.space().cost()) <= 0 ? a : b;
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
        eliminated.add(new Elimination(connector.name(), notSmtp(connector).orElse(because)));
      }
    }
  }

  /** A connector for other types of addresses; --, of Edge servers, is an SMTP space. */
  private static Optional<Reason> notSmtp(SendConnector connector) {
    ImmutableList<AddressSpace> spaces = connector.scope().addressSpaces();
    return spaces.isEmpty() || spaces.stream().anyMatch(AddressSpace::isSmtp)
        ? Optional.empty()
        : Optional.of(Reason.of(SendSelectionRule.NOT_SMTP, "type", spaces.get(0).type()));
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
    return unavailable(connector, from);
  }

  private Optional<Reason> unavailable(SendConnector connector, ExchangeServer from) {
    if (connector.scope().scoped() && distance(connector, from) > 1) {
      return Optional.of(Reason.of(SendSelectionRule.OUT_OF_SCOPE));
    }
    return connector.enabled()
        ? Optional.empty()
        : Optional.of(Reason.of(SendSelectionRule.DISABLED));
  }

  private RankedConnector ranked(Candidate candidate, ExchangeServer from) {
    int link = SiteCosts.UNREACHABLE;
    for (String name : candidate.connector().scope().sourceServers()) {
      ExchangeServer source = servers.get(lower(name));
      if (source != null) {
        link = Math.min(link, costs.between(SiteCosts.siteOf(from), SiteCosts.siteOf(source)));
      }
    }
    return new RankedConnector(candidate, link, distance(candidate.connector(), from));
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

  public static int distance(ExchangeServer from, ExchangeServer to) {
    if (from.name().equalsIgnoreCase(to.name())) {
      return 0;
    }
    return SiteCosts.siteOf(from).equals(SiteCosts.siteOf(to)) ? 1 : 2;
  }

  private Selection<Candidate> best(
      List<RankedConnector> left, DomainName domain, List<Elimination> eliminated) {
    left.sort(RankedConnector.order(caseCounts));
    RankedConnector winner = left.get(0);
    for (RankedConnector loser : left.subList(1, left.size())) {
      eliminated.add(new Elimination(loser.name(), winner.reasonAgainst(loser)));
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
            : winner.reasonAgainst(left.get(1));
    return new Selection<>(
        Optional.of(winner.candidate()), because, ImmutableList.copyOf(eliminated));
  }
}
