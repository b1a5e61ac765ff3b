/** Text for people, and logs: columns, colours, and nothing that a terminal should not get. */
package exsim.scenarios.text;
