package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Located;
import exsim.scenarios.powershell.CommandLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Invoke-WebRequest}: the one page that mail needs, a domain's MTA-STS policy. */
final class FetchPolicy implements Shell.Tool {
  private static final Pattern URI =
      Pattern.compile("https://mta-sts\\.([^/]+)/\\.well-known/mta-sts\\.txt");

  private final Workbench bench;
  private final Prompt prompt;

  FetchPolicy(Workbench bench, Prompt prompt) {
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("Invoke-WebRequest", "iwr", "curl");
  }

  @Override
  public String summary() {
    return "fetch https://mta-sts.DOMAIN/.well-known/mta-sts.txt, and nothing else";
  }

  @Override
  public ImmutableList<String> parameters() {
    return ImmutableList.of("Uri");
  }

  @Override
  public ImmutableList<String> values() {
    return policies()
        .map(
            p ->
                p.members().stream()
                    .map(m -> "https://mta-sts." + m.name() + "/.well-known/mta-sts.txt")
                    .collect(ImmutableList.toImmutableList()))
        .orElse(ImmutableList.of());
  }

  @Override
  public void run(CommandLine.Call call) {
    String uri = new Arguments(call, "Uri").required("Uri");
    Matcher matcher = URI.matcher(Ascii.toLowerCase(uri));
    if (!matcher.matches()) {
      throw new InvalidValueException(
          "only https://mta-sts.DOMAIN/.well-known/mta-sts.txt is fetched here");
    }
    String domain = matcher.group(1);
    Located policy =
        policies().stream()
            .flatMap(p -> p.members().stream())
            .filter(m -> Ascii.equalsIgnoreCase(m.name(), domain))
            .findFirst()
            .map(Located.Member::value)
            .orElseThrow(() -> new InvalidValueException(domain + " has no such page"));
    if (policy instanceof Located.Arr lines) {
      lines.items().forEach(line -> prompt.show(((Located.Text) line).text()));
    } else if (policy instanceof Located.Text text) {
      text.text().lines().forEach(prompt::show);
    }
  }

  private Optional<Located.Obj> policies() {
    return bench
        .current()
        .member("dns")
        .map(Located.Member::value)
        .flatMap(dns -> dns instanceof Located.Obj o ? o.member("mtaSts") : Optional.empty())
        .flatMap(
            sts ->
                sts.value() instanceof Located.Obj policies
                    ? Optional.of(policies)
                    : Optional.empty());
  }
}
