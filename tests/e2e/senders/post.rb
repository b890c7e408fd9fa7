# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT

# ruby post.rb URL CA TIMESTAMP SIGNATURE BODYFILE: sends one delivery and prints the status.

require "net/http"
require "uri"

url, ca, timestamp, signature, body_file = ARGV
uri = URI(url)
request = Net::HTTP::Post.new(uri, "Smile-Timestamp" => timestamp, "Smile-Signature" => signature)
request.body = File.binread(body_file)
answer = Net::HTTP.start(uri.host, uri.port, use_ssl: true, ca_file: ca) { |http| http.request(request) }
puts answer.code
