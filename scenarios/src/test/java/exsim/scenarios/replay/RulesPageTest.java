package exsim.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import exsim.scenarios.coverage.Coverage;
import exsim.scenarios.report.RuleListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of rules is what the enums say; {@code -Dgolden.update=true} writes it anew. */
class RulesPageTest {
  private static final Path PAGE = Path.of("docs", "rules.md");

  @Test
  void the_page_of_rules_is_fresh() throws IOException {
    String page = RuleListing.markdown(Coverage.rules(), true);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
      fail("written anew: look at " + PAGE);
    }

    assertEquals(Files.readString(PAGE), page, "write it anew: exsim rules --format md");
  }
}
