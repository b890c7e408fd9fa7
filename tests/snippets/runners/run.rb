# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT

# Calls each case's snippet and prints its number and the answer. The clock is the case's.

folder = ARGV.fetch(0)
$now = Time.at(0)
class << Time
  def now
    $now
  end
end

modules = Hash.new do |all, scheme|
  all[scheme] = Module.new.tap do |one|
    one.module_eval(File.read("#{folder}/#{scheme}.ruby", encoding: "UTF-8"), scheme)
    one.module_eval { module_function :verify_webhook }
  end
end
text = ->(field) { field.unpack1("m").force_encoding("UTF-8") }

File.foreach("#{folder}/cases", chomp: true).with_index do |line, row|
  scheme, now, secret, body, extras, fields = line.split("\t", -1)
  $now = Time.at(Rational(now.to_i, 1_000_000))
  headers = fields.split(",").to_h { |field| field.split(":", -1).map(&text) }
  result = begin
    modules[scheme].verify_webhook(body.unpack1("m"), headers, text.(secret),
                                   *extras.split(",").map(&text))
  rescue Exception => e
    e.full_message(highlight: false).tr("\n", " ")
  end
  puts "#{row} #{result.inspect}"
end
