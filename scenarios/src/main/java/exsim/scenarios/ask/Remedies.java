package exsim.scenarios.ask;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.model.online.Tenant;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.scenarios.change.Proposal;
import exsim.scenarios.format.Scenario;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.proof.Claim;
import exsim.simulator.proof.Question;
import exsim.simulator.proof.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds cmdlets that close a counter-example, and tries each of them. */
public final class Remedies {
  private final Path file;
  private final Topology topology;
  private final Question question;
  private final List<Candidate> candidates = new ArrayList<>();

  private record Candidate(String on, String cmdlet) {}

  /**
   * A cmdlet that closes a counter-example.
   *
   * @param on the organization or tenant where it is typed
   * @param cmdlet the cmdlet
   * @param all whether the question is answered with proved then
   * @param usually what becomes of the message then where nothing happens
   */
  public record Remedy(String on, String cmdlet, boolean all, Delivery usually) {}

  private Remedies(Path file, Scenario scenario, Question question) {
    this.file = file;
    this.topology = scenario.world().epochs().get(0).topology();
    this.question = question;
  }

  /** The cmdlets that close a counter-example, each tried. */
  public static ImmutableList<Remedy> of(
      Path file, Scenario scenario, Question question, Verdict.CounterExample example) {
    Remedies remedies = new Remedies(file, scenario, question);
    if (question.claim() != Claim.UNDELIVERED) {
      for (Hop hop : example.delivery().hops()) {
        boolean counts = question.withInternal() || !hop.internal();
        if (hop.sent() && counts && question.claim().isBrokenBy(hop)) {
          remedies.sending(hop, example.message());
          remedies.receiving(hop, example.message());
        }
      }
    }
    return remedies.tried(example.message());
  }

  private void sending(Hop hop, Message message) {
    String system = hop.from().system();
    boolean proof = question.claim() == Claim.UNAUTHENTICATED;
    String host = hop.to().host();
    if (isOrganization(system) && hop.from().connector().isPresent()) {
      String set = "Set-SendConnector " + quoted(hop.from().connector().get());
      if (!proof) {
        add(system, set + " -IgnoreSTARTTLS $false");
        add(system, set + " -IgnoreSTARTTLS $false -RequireTLS $true");
      }
      add(
          system,
          set + " -RequireTLS $true -TlsAuthLevel DomainValidation -TlsDomain " + quoted(host));
    } else if (isTenant(system)) {
      String strength =
          proof
              ? " -TlsSettings DomainValidation -TlsDomain " + quoted(host)
              : " -TlsSettings EncryptionOnly";
      hop.from()
          .connector()
          .ifPresent(c -> add(system, "Set-OutboundConnector " + quoted(c) + strength));
      if (hop.from().connector().isEmpty()) {
        String domain = message.recipients().get(0).domain().ascii();
        add(
            system,
            "New-OutboundConnector "
                + quoted("TLS to " + domain)
                + " -ConnectorType Partner -UseMXRecord $true -RecipientDomains "
                + quoted(domain)
                + strength);
      }
    }
  }

  private void receiving(Hop hop, Message message) {
    if (hop.to().system().isEmpty() || question.claim() != Claim.PLAINTEXT) {
      return;
    }
    String system = hop.to().system().get();
    if (isOrganization(system)
        && hop.to().connector().isPresent()
        && hop.to().server().isPresent()) {
      String identity = hop.to().server().get() + "\\" + hop.to().connector().get();
      add(system, "Set-ReceiveConnector " + quoted(identity) + " -RequireTLS $true");
    } else if (isTenant(system)) {
      hop.to()
          .connector()
          .ifPresent(c -> add(system, "Set-InboundConnector " + quoted(c) + " -RequireTls $true"));
      if (hop.to().connector().isEmpty() && message.sender().isPresent()) {
        String domain = message.sender().get().domain().ascii();
        add(
            system,
            "New-InboundConnector "
                + quoted("TLS from " + domain)
                + " -ConnectorType Partner -SenderDomains "
                + quoted(domain)
                + " -RequireTls $true");
      }
    }
  }

  private ImmutableList<Remedy> tried(Message message) {
    ImmutableList.Builder<Remedy> remedies = ImmutableList.builder();
    for (Candidate candidate : candidates) {
      Optional<Scenario> changed =
          Proposal.read(file, ImmutableList.of(candidate.cmdlet()), Optional.of(candidate.on()))
              .scenario();
      if (changed.isEmpty()) {
        continue; // Exchange would refuse it
      }
      World world = changed.get().world();
      Verdict own = question.prove(world, ImmutableList.of(message), (done, total) -> {});
      if (own.kind() != Verdict.Kind.PROVED) {
        continue;
      }
      boolean all = question.in(world, (done, total) -> {}).kind() == Verdict.Kind.PROVED;
      remedies.add(
          new Remedy(
              candidate.on(),
              candidate.cmdlet(),
              all,
              new Simulation(world).deliveries(message).get(0)));
    }
    return remedies.build();
  }

  private void add(String on, String cmdlet) {
    Candidate candidate = new Candidate(on, cmdlet);
    if (!candidates.contains(candidate)) {
      candidates.add(candidate);
    }
  }

  private boolean isOrganization(String system) {
    return topology.organizations().stream().map(Organization::name).anyMatch(system::equals);
  }

  private boolean isTenant(String system) {
    return topology.tenants().stream().map(Tenant::name).anyMatch(n -> n.ascii().equals(system));
  }

  /** A name between single quotes, as PowerShell takes it literally. */
  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}
