/** A prompt over a scenario: cmdlets, look-ups and telnet, as an administrator types them. */
package exsim.scenarios.shell;
