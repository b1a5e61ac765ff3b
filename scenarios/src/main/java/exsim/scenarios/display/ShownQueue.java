package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.route.DeliveryType;
import exsim.simulator.route.NextHopSolutionKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A queue as {@code Get-Queue} describes it.
 *
 * @param identity its server and its number or name
 * @param key how it is passed on, and where to
 * @param deliveries what lies in it
 * @param attempts when it was tried, in order
 * @param next when it will be tried again, as far as that is known
 */
record ShownQueue(
    String identity,
    NextHopSolutionKey key,
    ImmutableList<Delivery> deliveries,
    ImmutableList<Instant> attempts,
    Optional<Instant> next) {
  private static final Located.Obj NOTHING = new Located.Obj(Spot.ofFile(""), ImmutableList.of());
  private static final String NO_CONNECTOR = "00000000-0000-0000-0000-000000000000";

  /** The queue that every message passes through first, and where none stays. */
  static Located.Obj submission(String server) {
    return new Fields(NOTHING)
        .put("Identity", server + "\\Submission")
        .put("DeliveryType", "Undefined")
        .put("NextHopDomain", "Submission")
        .put("NextHopConnector", NO_CONNECTOR)
        .put("NextHopCategory", "Internal")
        .put("Status", "Ready")
        .put("MessageCount", "0")
        .put("QueueIdentity", server + "\\Submission")
        .object();
  }

  /** The object with everything that is known of it. */
  Located.Obj describe(Organization organization) {
    boolean unreachable = key.deliveryType() == DeliveryType.UNREACHABLE;
    Fields fields =
        new Fields(NOTHING)
            .put("Identity", identity)
            .put("DeliveryType", key.deliveryType().text())
            .put("NextHopDomain", key.nextHopDomain())
            .put("TlsDomain", isSecured(organization) ? key.nextHopDomain() : "")
            .put("NextHopConnector", key.nextHopConnector().orElse(NO_CONNECTOR))
            .put("NextHopCategory", key.deliveryType().internal() ? "Internal" : "External")
            .put("Status", unreachable ? "Ready" : "Retry")
            .put("MessageCount", String.valueOf(messages()))
            .put("LastError", unreachable ? "" : Iterables.getLast(deliveries).reply())
            .put("RetryCount", String.valueOf(attempts.size()))
            .put("QueueIdentity", identity);
    if (!attempts.isEmpty()) {
      fields.put("LastRetryTime", ShownDate.text(Iterables.getLast(attempts)));
    }
    next.filter(n -> !unreachable).ifPresent(n -> fields.put("NextRetryTime", ShownDate.text(n)));
    return fields.object();
  }

  private long messages() {
    return deliveries.stream().map(delivery -> delivery.message().id()).distinct().count();
  }

  /** Whether it holds mail that Domain Security is on for (DSEC-001, DSEC-005). */
  private boolean isSecured(Organization organization) {
    return key.deliveryType() == DeliveryType.DNS_CONNECTOR_DELIVERY
        && organization.transportConfig().tlsSendDomainSecureList().stream()
            .anyMatch(domain -> Ascii.equalsIgnoreCase(domain.ascii(), key.nextHopDomain()))
        && organization.sendConnectors().stream()
            .filter(c -> key.nextHopConnector().equals(Optional.of(c.name())))
            .map(SendConnector::tls)
            .anyMatch(SendConnector.Tls::domainSecure);
  }

  private static final class Fields {
    private Located.Obj object;

    Fields(Located.Obj object) {
      this.object = object;
    }

    Fields put(String name, String value) {
      object = object.with(name, new Located.Text(object.spot(), value));
      return this;
    }

    Located.Obj object() {
      return object;
    }
  }
}
