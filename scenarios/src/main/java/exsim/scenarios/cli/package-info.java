/** Arguments in, exit code out. */
package exsim.scenarios.cli;
