package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.net.IpAddress;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.onprem.Made;
import exsim.simulator.rule.Selection;
import org.junit.jupiter.api.Test;

/** Vectors V20 to V22 of the catalogue, the vendor's own example. */
class ReceiveSelectionTest {
  private static final ReceiveConnector D =
      Made.receive("D", "0.0.0.0:25", "0.0.0.0-255.255.255.255");
  private static final ReceiveConnector R1 =
      Made.receive("R1", "0.0.0.0:25", "192.168.1.0-192.168.1.255");
  private static final ReceiveConnector R2 = Made.receive("R2", "0.0.0.0:25", "192.168.1.75");

  private static Selection<ReceiveConnector> select(String peer, ReceiveConnector... connectors) {
    return new ReceiveSelection(Made.server("EX1", "HQ", connectors)).select(Made.peer(peer));
  }

  private static String winner(Selection<ReceiveConnector> selection) {
    return selection.chosen().map(ReceiveConnector::name).orElse("nobody");
  }

  @Test
  void v20_the_single_address_beats_the_range() {
    var selection = select("192.168.1.75", D, R1, R2);

    assertEquals("R2", winner(selection));
    assertEquals(ReceiveRule.WIDER_RANGE, selection.because().rule());
    assertEquals(2, selection.eliminated().size());
  }

  @Test
  void v21_the_range_beats_all_addresses() {
    assertEquals("R1", winner(select("192.168.1.100", D, R1, R2)));
  }

  @Test
  void v22_everybody_else_gets_the_connector_for_all() {
    var selection = select("10.0.0.1", D, R1, R2);

    assertEquals("D", winner(selection));
    assertEquals(ReceiveRule.SELECTED, selection.because().rule());
  }

  /** RC-062. */
  @Test
  void the_matching_range_counts_and_not_the_smallest_of_the_connector() {
    ReceiveConnector two =
        Made.receive("two", "0.0.0.0:25", "172.16.0.1", "0.0.0.0-255.255.255.255");

    assertEquals("R1", winner(select("192.168.1.100", two, R1)));
  }

  /** RC-064. */
  @Test
  void a_binding_to_the_address_itself_beats_one_to_all_addresses() {
    ReceiveConnector bound = Made.receive("bound", "203.0.113.10:25", "0.0.0.0-255.255.255.255");

    var selection = select("192.168.1.75", R2, bound);

    assertEquals("bound", winner(selection));
    assertEquals(ReceiveRule.WIDER_BINDING, selection.because().rule());
  }

  /** RC-065, RC-067. */
  @Test
  void a_peer_outside_all_ranges_finds_nobody() {
    var selection = select("10.0.0.1", R1, R2);

    assertEquals("nobody", winner(selection));
    assertEquals(ReceiveRule.NONE, selection.because().rule());
  }

  @Test
  void a_server_listens_where_an_enabled_connector_is_bound() {
    ReceiveSelection selection = new ReceiveSelection(Made.server("EX1", "HQ", R1));

    assertTrue(selection.listensOn(Made.LOCAL, 25));
    assertFalse(selection.listensOn(Made.LOCAL, 587));
    assertFalse(selection.listensOn(IpAddress.parse("2001:db8::1"), 25));
  }
}
