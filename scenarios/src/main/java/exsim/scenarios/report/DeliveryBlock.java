package exsim.scenarios.report;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Tone;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Notification;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Protection;
import java.util.Optional;
import java.util.StringJoiner;

/** What the text report says of one message to one recipient. */
final class DeliveryBlock {
  private static final int OUTCOME = 11;

  private final Page page;
  private final boolean withInternal;
  private final boolean withHeaders;

  DeliveryBlock(Page page, boolean withInternal, boolean withHeaders) {
    this.page = page;
    this.withInternal = withInternal;
    this.withHeaders = withHeaders;
  }

  /** Writes one block, for one branch or for several that are alike. */
  void write(Branches branches) {
    Delivery delivery = branches.shown();
    page.gap();
    header(branches);
    ImmutableList<Hop> hops = shown(delivery);
    HopDetails details = new HopDetails(page);
    HopTable table = new HopTable(page, hops);
    for (Attempts attempts : Attempts.of(hops)) {
      for (Hop hop : attempts.hops()) {
        page.gap();
        page.ready(table.line(hop));
        details.write(hop, delivery.message().at(), delivery.reply());
      }
      if (attempts.again() > 0) {
        page.gap();
        page.paragraph(2, again(attempts));
      }
    }
    if (!delivery.why().isEmpty() || !delivery.turnedDown().isEmpty()) {
      page.gap();
      details.why(delivery.why(), delivery.turnedDown());
    }
    if (withHeaders && !delivery.received().isEmpty()) {
      page.gap();
      details.headers(delivery.received());
    }
    for (Delivery other : branches.alike()) {
      page.gap();
      page.paragraph(2, "branch " + other.branch() + ": the same, by way of " + hosts(other));
    }
  }

  private void header(Branches branches) {
    Delivery delivery = branches.shown();
    String label = branches.label();
    String sender = delivery.message().sender().map(Object::toString).orElse("<>");
    page.labelled(
        0,
        Ascii.toUpperCase(delivery.outcome().text()),
        OUTCOME,
        delivery.message().id()
            + (label.isEmpty() ? "" : " (" + label + ")")
            + ": "
            + sender
            + page.glyph(" → ", " -> ")
            + delivery.recipient(),
        tone(delivery.outcome()));
    Optional<Protection> weakest = delivery.weakestProtection(withInternal);
    if (weakest.isPresent()) {
      page.paragraph(OUTCOME, "weakest hop: " + weakest.get().text());
    }
    for (String line : Columns.lines(delivery.reply())) {
      page.paragraph(OUTCOME, line);
    }
    if (delivery.queue().isPresent()) {
      page.paragraph(OUTCOME, "in the queue " + HopDetails.queue(delivery.queue().get()));
    }
    for (Notification told : delivery.notifications()) {
      page.paragraph(OUTCOME, told(told));
    }
    if (delivery.capped()) {
      page.paragraph(OUTCOME, "more branches than these were left out");
    }
  }

  private static String told(Notification told) {
    String what =
        switch (told.kind()) {
          case DELAYED -> "sender told of the delay at " + told.at() + " by " + told.by();
          case FAILED ->
              "sender told of the failure at "
                  + told.at()
                  + " by "
                  + told.by()
                  + (told.requireTls() ? ", with REQUIRETLS" : "");
        };
    // an NDR repeats the reply, which stands above
    return told.kind() == Notification.Kind.FAILED
        ? what
        : what + ": " + told.code().map(c -> c + " ").orElse("") + told.text();
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case DELIVERED -> Tone.GOOD;
      case DEFERRED -> Tone.CAUTION;
      case BOUNCED, REJECTED -> Tone.BAD;
    };
  }

  private String again(Attempts attempts) {
    return page.glyph("… ", "... ")
        + attempts.again()
        + (attempts.again() == 1 ? " more attempt" : " more attempts")
        + " with the same end, the last at "
        + attempts.last().at();
  }

  private String hosts(Delivery delivery) {
    StringJoiner hosts = new StringJoiner(", then ");
    for (Hop hop : shown(delivery)) {
      String address = hop.to().address().map(a -> " " + a).orElse("");
      hosts.add(hop.to().host() + address);
    }
    return hosts.toString();
  }

  private ImmutableList<Hop> shown(Delivery delivery) {
    ImmutableList.Builder<Hop> shown = ImmutableList.builder();
    for (Hop hop : delivery.hops()) {
      if (withInternal || !hop.internal()) {
        shown.add(hop);
      }
    }
    return shown.build();
  }
}
