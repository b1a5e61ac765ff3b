package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.dns.MtaStsPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtaStsTextTest {
  @Test
  void a_policy_file_is_read_with_either_kind_of_line_end() {
    MtaStsPolicy policy =
        MtaStsText.parse(
                "version: STSv1\r\nmode: testing\nmx: mail.x.example\r\nmx:*.x.example\nmax_age:"
                    + " 604800\r\nfuture: field\n")
            .policy()
            .orElseThrow();

    assertEquals(MtaStsPolicy.Mode.TESTING, policy.mode());
    assertEquals("[mail.x.example, *.x.example]", policy.mxPatterns().toString());
  }

  @Test
  void of_a_repeated_field_the_first_counts() {
    MtaStsPolicy policy =
        MtaStsText.parse("version: STSv1\nmode: none\nmode: enforce\nmax_age: 1")
            .policy()
            .orElseThrow();

    assertEquals(MtaStsPolicy.Mode.NONE, policy.mode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode: none~max_age: 1 | it does not say `version: STSv1`",
        "version: STSv1~mode: strict~max_age: 1 | its mode is not",
        "version: STSv1~mode: none | its max_age is not",
        "version: STSv1~mode: none~max_age: 31557601 | its max_age is not",
        "version: STSv1~mode: none~max_age: -1 | its max_age is not",
        "version: STSv1~mode: enforce~max_age: 1 | it names no mx",
        "version: STSv1~mode: enforce~max_age: 1~mx: * | `*` is no MX pattern",
        "version: STSv1~mode: enforce~max_age: 1~mx: a.*.example | `a.*.example` is no MX pattern",
        "version STSv1 | `version STSv1` is no `key: value` line",
      })
  void another_text_is_no_policy(String text, String fault) {
    MtaStsText parsed = MtaStsText.parse(text.replace('~', '\n'));

    assertTrue(parsed.policy().isEmpty());
    assertTrue(parsed.fault().startsWith(fault), parsed.fault());
  }
}
