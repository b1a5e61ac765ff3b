package exsim.simulator.onprem;

import static exsim.simulator.onprem.Roles.clientAccess2013;
import static exsim.simulator.onprem.Roles.envelope;
import static exsim.simulator.onprem.Roles.hub2010;
import static exsim.simulator.onprem.Roles.mailbox;
import static exsim.simulator.onprem.Roles.names;
import static exsim.simulator.onprem.Roles.queue;
import static exsim.simulator.onprem.Roles.rules;
import static exsim.simulator.onprem.Roles.view;
import static exsim.simulator.onprem.Roles.way;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.PassThrough;
import exsim.simulator.route.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which Transport services a Front End and a Transport service hand a mailbox's mail to. */
class DeliveryGroupsTest {
  private static final EmailAddress BOB = EmailAddress.parse("bob@own.example");
  private static final ExchangeServer A1 = mailbox("a1", "A");
  private static final ExchangeServer A2 = mailbox("a2", "A");
  private static final ExchangeServer B1 = mailbox("b1", "B");
  private static final ExchangeServer OLD = hub2010("o1", "A");
  private static final ExchangeServer CAS = clientAccess2013("c1", "A");
  private static final Organization ALL = Roles.organization(B1, OLD, A2, CAS, A1);

  private static DeliveryGroups of(ExchangeServer server, Organization organization) {
    return new DeliveryGroups(
        server, new InternalRoutes(view(organization), server, ServerService.FRONT_END));
  }

  @Test
  void a_group_is_one_site_and_one_generation() {
    assertTrue(DeliveryGroups.together(A1, A2));
    assertFalse(DeliveryGroups.together(A1, B1));
    assertFalse(DeliveryGroups.together(A1, OLD));
    assertTrue(DeliveryGroups.together(OLD, hub2010("o2", "A")));
    assertEquals(List.of(A2, A1), of(A1, ALL).of(A1));
    assertEquals(List.of(OLD), of(A1, ALL).of(OLD));
  }

  @Test
  void the_group_of_the_mailbox_comes_nearest_first_and_the_own_one_where_it_is_unknown() {
    DeliveryGroups groups = of(A1, ALL);

    assertEquals("b1", names(groups.near(Optional.of(B1))));
    assertEquals("o1", names(groups.near(Optional.of(OLD))));
    assertEquals("a1 | a2", names(groups.near(Optional.empty())));
    assertEquals("a1", DeliveryGroups.first(groups.near(Optional.empty())));
    assertEquals("", DeliveryGroups.first(ImmutableList.of()));
  }

  @Test
  void the_server_of_a_mailbox_takes_its_users_mail_itself_where_it_can() {
    assertEquals("a2", names(of(A1, ALL).at(Optional.of(A2))));
    assertEquals("a1 | a2", names(of(A1, ALL).at(Optional.empty())));
    assertEquals("a2 a1", names(of(CAS, ALL).at(Optional.of(CAS))));
  }

  @Test
  void where_the_site_has_nobody_any_later_server_will_do() {
    DeliveryGroups alone = of(CAS, Roles.organization(B1, OLD, CAS));

    assertEquals("b1", names(alone.inSite()));
    assertEquals("b1", names(alone.near(Optional.empty())));
    assertEquals("a2 a1", names(of(A1, ALL).inSite()));
  }

  private static Organization homes(Organization plain, String server) {
    return Roles.homes(plain, ImmutableMap.of(BOB, server));
  }

  @Test
  void a_front_end_goes_by_user_then_by_mailbox_then_by_site() {
    OrganizationView view = view(homes(ALL, "b1"));
    FrontEndNode user = new FrontEndNode(view, A1, Optional.of(BOB));
    FrontEndNode anonymous = new FrontEndNode(view, A1, Optional.empty());

    Step submitted = user.route(envelope("x@away.example"), Made.NOW);
    assertEquals("b1:465", way(submitted));
    assertEquals(List.of(ServiceRule.FRONT_END, ServiceRule.CLIENT_PROXY), rules(submitted));
    assertEquals("b1", submitted.why().get(1).facts().get("next"));

    Step received = anonymous.route(envelope("bob@own.example"), Made.NOW);
    assertEquals("b1:2525", way(received));
    assertEquals(List.of(ServiceRule.FRONT_END, ServiceRule.NEAR_MAILBOX), rules(received));
    assertEquals("b1", received.why().get(1).facts().get("mailboxServer"));

    Step unknown = anonymous.route(envelope("ann@own.example"), Made.NOW);
    assertEquals("a1:2525 | a2:2525", way(unknown));
    assertEquals("a server of this site", unknown.why().get(1).facts().get("mailboxServer"));

    Step relayed = anonymous.route(envelope("x@away.example"), Made.NOW);
    assertEquals("a2:2525 a1:2525", way(relayed));
    assertEquals(List.of(ServiceRule.FRONT_END, ServiceRule.ANY_IN_SITE), rules(relayed));
    assertEquals(new NodeKey("contoso", "a1 Front End Transport"), anonymous.key());
    assertEquals("contoso", anonymous.system());
  }

  @Test
  void a_front_end_repeats_a_refusal_of_the_message_and_hides_every_other_failure() {
    FrontEndNode node = new FrontEndNode(view(ALL), A1, Optional.empty());

    PassThrough.Refusal refused =
        node.refusal(new PassThrough.Failure("550 5.1.10 unknown", "queue", true));
    PassThrough.Refusal failed =
        node.refusal(new PassThrough.Failure("421 4.3.2 away", "queue", false));

    assertEquals("550 5.1.10 unknown", refused.reply());
    assertEquals(ServiceRule.RELAYED, refused.because().rule());
    assertFalse(refused.forQueues());
    assertEquals("451 4.7.0 Temporary server error. Please try again later. PRX5", failed.reply());
    assertEquals(ServiceRule.TRY_LATER, failed.because().rule());
    assertFalse(failed.forQueues());
  }

  private static Step toMailbox(Organization organization, ExchangeServer from) {
    return new MailboxRoutes(view(organization), from).step(envelope("bob@own.example"));
  }

  @Test
  void a_transport_service_of_the_group_hands_to_the_server_of_the_mailbox() {
    Step step = toMailbox(homes(ALL, "a2"), A1);

    assertEquals("a2:475", way(step));
    assertEquals("SMTP_DELIVERY_TO_MAILBOX Mailbox Database on a2", queue(step));
    assertEquals(List.of(ServiceRule.TO_MAILBOX), rules(step));
  }

  @Test
  void a_mailbox_of_which_nothing_is_known_is_assumed_where_the_mail_is() {
    Step step = toMailbox(ALL, A1);

    assertEquals("a1:475", way(step));
    assertEquals(List.of(ServiceRule.MAILBOX_ASSUMED, ServiceRule.TO_MAILBOX), rules(step));
  }

  @Test
  void exchange_2010_writes_into_the_mailbox_itself() {
    Step.Delivered delivered = (Step.Delivered) toMailbox(homes(ALL, "o1"), OLD);

    assertEquals("delivered to the mailbox", delivered.reply());
    assertEquals(List.of(RecipientRule.MAILBOX), rules(delivered));
  }

  @Test
  void a_mailbox_of_another_group_is_reached_through_that_group() {
    Step away = toMailbox(homes(ALL, "b1"), A1);
    Step old = toMailbox(homes(ALL, "o1"), A1);
    Step later = toMailbox(homes(ALL, "a1"), OLD);

    assertEquals("b1:2525", way(away));
    assertEquals("SMTP_RELAY_TO_MAILBOX_DELIVERY_GROUP Site:B;Version:15", queue(away));
    assertEquals(ServiceRule.TO_MAILBOX_SITE, rules(away).get(0));
    assertEquals("b1", away.why().get(0).facts().get("next"));
    assertEquals("o1:25", way(old));
    assertEquals("SMTP_RELAY_TO_MAILBOX_DELIVERY_GROUP Site:A;Version:14", queue(old));
    assertEquals("a2:25 a1:25", way(later));
  }

  @Test
  void a_hub_site_on_the_way_to_a_mailbox_is_stopped_at() {
    Organization row = Roles.inRow(A1, mailbox("h1", "H"), B1);

    Step step = toMailbox(homes(row, "b1"), A1);

    assertEquals("h1:2525", way(step));
    assertEquals("SMTP_RELAY_TO_REMOTE_ACTIVE_DIRECTORY_SITE H", queue(step));
  }
}
